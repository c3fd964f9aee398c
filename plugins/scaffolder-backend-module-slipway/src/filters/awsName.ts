import { InputError } from '@backstage/errors';
import { AWS_NAME_RULE, awsNameSchema } from '@slipway/platform-common';

/**
 * A name as it is, when AWS, Kubernetes and Git take it, for places where nothing can be quoted.
 *
 * @throws InputError with the rule.
 */
export function awsName(text: string): string {
  const { success } = awsNameSchema.safeParse(text);
  if (!success) {
    throw new InputError(
      `The filter awsName takes a name, which ${AWS_NAME_RULE}`,
    );
  }
  return text;
}
