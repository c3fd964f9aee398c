import { AwsError } from '../server/AwsError';

/** Attributes as SQS keeps them: all text. */
export type QueueAttributes = Record<string, string>;

const invalidValue = (name: string) =>
  new AwsError(
    'InvalidAttributeValue',
    `Invalid value for the parameter ${name}.`,
    { queryCode: 'InvalidAttributeValue' },
  );

const whole = (low: number, high: number) => (value: string) =>
  /^\d+$/.test(value) && Number(value) >= low && Number(value) <= high;
const truth = (value: string) => value === 'true' || value === 'false';
const json = (value: string) => {
  try {
    return typeof JSON.parse(value) === 'object';
  } catch {
    return value === '';
  }
};
const oneOf =
  (...values: string[]) =>
  (value: string) =>
    values.includes(value);

/**
 * Settable attributes and their bounds.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html
 */
const settable: Record<string, (value: string) => boolean> = {
  DelaySeconds: whole(0, 900),
  MaximumMessageSize: whole(1_024, 1_048_576),
  MessageRetentionPeriod: whole(60, 1_209_600),
  ReceiveMessageWaitTimeSeconds: whole(0, 20),
  VisibilityTimeout: whole(0, 43_200),
  Policy: json,
  RedrivePolicy: json,
  RedriveAllowPolicy: json,
  KmsMasterKeyId: () => true,
  KmsDataKeyReusePeriodSeconds: whole(60, 86_400),
  SqsManagedSseEnabled: truth,
  FifoQueue: truth,
  ContentBasedDeduplication: truth,
  DeduplicationScope: oneOf('messageGroup', 'queue'),
  FifoThroughputLimit: oneOf('perQueue', 'perMessageGroupId'),
};

/** Attributes of a queue that was created with none. */
const defaultAttributes: Readonly<QueueAttributes> = {
  DelaySeconds: '0',
  MaximumMessageSize: '1048576',
  MessageRetentionPeriod: '345600',
  ReceiveMessageWaitTimeSeconds: '0',
  VisibilityTimeout: '30',
  SqsManagedSseEnabled: 'true',
};

/** Further attributes that a FIFO queue has. */
const fifoAttributes: Readonly<QueueAttributes> = {
  ContentBasedDeduplication: 'false',
  DeduplicationScope: 'queue',
  FifoThroughputLimit: 'perQueue',
};

/** Attributes after a change: an empty value takes one away, and a KMS key takes the place of SQS's own key. */
export function nextAttributes(
  before: Readonly<QueueAttributes>,
  change: Readonly<QueueAttributes>,
): QueueAttributes {
  const next = { ...before, ...change };
  if (change.KmsMasterKeyId) {
    next.SqsManagedSseEnabled = 'false';
  }
  return Object.fromEntries(
    Object.entries(next).filter(([, value]) => value !== ''),
  );
}

/** Attributes of a new queue. */
export const initialAttributes = (
  given: Readonly<QueueAttributes>,
  fifo: boolean,
): QueueAttributes =>
  nextAttributes({ ...defaultAttributes, ...(fifo && fifoAttributes) }, given);

/** Names that GetQueueAttributes takes beside the settable ones. */
export const readOnlyAttributes: readonly string[] = [
  'QueueArn',
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesNotVisible',
  'ApproximateNumberOfMessagesDelayed',
  'CreatedTimestamp',
  'LastModifiedTimestamp',
];

export const isAttributeName = (name: string): boolean =>
  Object.hasOwn(settable, name) || readOnlyAttributes.includes(name);

/** Refuses attributes that SQS would refuse. */
export function checkAttributes(attributes: Readonly<QueueAttributes>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (!Object.hasOwn(settable, name)) {
      throw new AwsError('InvalidAttributeName', `Unknown Attribute ${name}.`, {
        queryCode: 'InvalidAttributeName',
      });
    }
    if (!settable[name](value)) {
      throw invalidValue(name);
    }
  }
}
