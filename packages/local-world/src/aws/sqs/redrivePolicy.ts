import { z } from 'zod';
import { AwsError } from '../server/AwsError';

/** Where a queue gives up on messages, and after how many receives. */
export interface RedrivePolicy {
  readonly deadLetterTargetArn: string;
  readonly maxReceiveCount: number;
}

// maxReceiveCount arrives as a number or as text, and both are in use (Terraform's jsonencode gives a number).
const schema = z.object({
  deadLetterTargetArn: z.string().startsWith('arn:aws:sqs:'),
  maxReceiveCount: z.coerce.number().int().min(1).max(1_000),
});

/** Reads a `RedrivePolicy` attribute; absent or empty means none. */
export function parseRedrivePolicy(
  text: string | undefined,
): RedrivePolicy | undefined {
  if (!text) {
    return undefined;
  }
  const parsed = schema.safeParse(JSON.parse(text));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new AwsError(
      'InvalidAttributeValue',
      `Value ${text} for parameter RedrivePolicy is invalid. Reason: ${issue.path.join(
        '.',
      )}: ${issue.message}.`,
      { queryCode: 'InvalidAttributeValue' },
    );
  }
  return parsed.data;
}
