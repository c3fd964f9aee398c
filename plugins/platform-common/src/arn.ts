import { InputError } from '@backstage/errors';

/**
 * The parts of an Amazon Resource Name.
 *
 * @remarks Format `arn:partition:service:region:account:resource`, see
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 * @public
 */
export interface Arn {
  readonly arn: string;
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

const ARN =
  /^arn:(aws[a-z-]*):([a-z0-9-]+):([a-z0-9-]*):(\d{12}|):([^\s\p{Cc}]{1,1024})$/u;

/**
 * Parses an ARN.
 *
 * @throws InputError when the text is not an ARN.
 * @public
 */
export function parseArn(text: string): Arn {
  const match = ARN.exec(text);
  if (!match) {
    throw new InputError(
      `'${text.slice(
        0,
        120,
      )}' is not an ARN; expected arn:aws:<service>:<region>:<account>:<resource>`,
    );
  }
  const [, partition, service, region, account, resource] = match;
  return { arn: text, partition, service, region, account, resource };
}
