import { DeadLetterExpiry } from './types';

/**
 * When the oldest dead letter is lost, as far as CloudWatch can tell.
 *
 * The age of a dead-letter queue counts from when a message was moved there. Retention of a FIFO queue counts from then too,
 * so the time is exact; retention of a standard queue counts from when the message was first sent, which nobody but the
 * message knows, so that it is lost at that time at the latest.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/setting-up-dead-letter-queue-retention.html
 * @public
 */
export function deadLetterExpiry(input: {
  readonly fifo: boolean;
  readonly retentionSeconds: number;
  /** Milliseconds since the epoch at which the age was measured. */
  readonly measuredAt: number;
  /** Seconds that the oldest message has been in the dead-letter queue. */
  readonly ageSeconds: number;
}): DeadLetterExpiry {
  const { fifo, retentionSeconds, measuredAt, ageSeconds } = input;
  const latest = new Date(
    measuredAt + (retentionSeconds - ageSeconds) * 1000,
  ).toISOString();
  return fifo ? { latest, exact: latest } : { latest };
}
