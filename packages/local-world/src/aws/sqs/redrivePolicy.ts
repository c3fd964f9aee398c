import { z } from 'zod';
import { AwsError } from '../server/AwsError';

/** Where a queue gives up on messages, and after how many receives. */
export interface RedrivePolicy {
  readonly deadLetterTargetArn: string;
  readonly maxReceiveCount: number;
}

// maxReceiveCount arrives as a number or as text, and both are in use (Terraform's jsonencode gives a number).
const redriveSchema = z.object({
  deadLetterTargetArn: z.string().startsWith('arn:aws:sqs:'),
  maxReceiveCount: z.coerce.number().int().min(1).max(1_000),
});

const allowSchema = z
  .object({
    redrivePermission: z.enum(['allowAll', 'denyAll', 'byQueue']),
    sourceQueueArns: z.array(z.string()).min(1).max(10).optional(),
  })
  .refine(
    ({ redrivePermission, sourceQueueArns }) =>
      (redrivePermission === 'byQueue') === (sourceQueueArns !== undefined),
    'sourceQueueArns goes with byQueue, and only with it',
  );

/** Which queues may name this one as their dead-letter queue. */
export type RedriveAllowPolicy = z.output<typeof allowSchema>;

/** The error that SQS answers to an attribute that it cannot take. */
export const attributeRefused = (name: string, text: string, reason: string) =>
  new AwsError(
    'InvalidParameterValue',
    `Value ${text} for parameter ${name} is invalid. Reason: ${reason}`,
    { queryCode: 'InvalidParameterValue' },
  );

function parse<S extends z.ZodType>(
  schema: S,
  name: string,
  text: string,
): z.output<S> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw attributeRefused(name, text, 'Not JSON.');
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    throw attributeRefused(name, text, `${[...path, message].join(' ')}.`);
  }
  return parsed.data;
}

/** Reads a `RedrivePolicy` attribute; absent or empty means none. */
export const parseRedrivePolicy = (
  text: string | undefined,
): RedrivePolicy | undefined =>
  text ? parse(redriveSchema, 'RedrivePolicy', text) : undefined;

/** Reads a `RedriveAllowPolicy` attribute; absent or empty allows all. */
export const parseRedriveAllowPolicy = (
  text: string | undefined,
): RedriveAllowPolicy =>
  text
    ? parse(allowSchema, 'RedriveAllowPolicy', text)
    : { redrivePermission: 'allowAll' };
