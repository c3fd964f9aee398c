import { SourceResult } from '@slipway/platform-common';
import { QueueHistory } from '@slipway/plugin-queues-common';

/** CloudWatch lags a few minutes; an older value may be of messages that are gone. */
const RECENT_MS = 15 * 60_000;

/**
 * When the oldest message is dropped, at the latest: milliseconds since the epoch. `unknown` when CloudWatch answered and had
 * nothing, undefined when it did not answer.
 *
 * For dead-letter queues CloudWatch tells the age since a message came there, while SQS counts the retention of a standard
 * queue from when it was first sent:
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html
 */
export function expiryOf(
  history: SourceResult<QueueHistory>,
  retentionSeconds: number,
  now: number,
): number | 'unknown' | undefined {
  if (!history.data) {
    return undefined;
  }
  const known = history.data.oldestAge.filter(
    ({ time, value }) => value !== undefined && time >= now - RECENT_MS,
  );
  const last = known[known.length - 1];
  return last?.value === undefined
    ? 'unknown'
    : last.time + (retentionSeconds - last.value) * 1_000;
}
