import { SourceResult } from '@slipway/platform-common';
import { deadLetterExpiry, QueueHistory } from '@slipway/plugin-queues-common';
import { QueueAttributes } from '../clients/SqsClient';
import { latestPoint } from '../services/latestValue';

/** Values are of five minutes each, and come a few minutes late; an older value may be of messages that are gone. */
const RECENT_MS = 20 * 60_000;

/**
 * When the oldest message is dropped, at the latest: milliseconds since the epoch. `unknown` when CloudWatch answered and had
 * nothing, undefined when it did not answer.
 */
export function expiryOf(
  history: SourceResult<QueueHistory>,
  attributes: Pick<QueueAttributes, 'fifo' | 'retentionSeconds'>,
  now: number,
): number | 'unknown' | undefined {
  if (!history.data) {
    return undefined;
  }
  const age = latestPoint(history.data.oldestAge, RECENT_MS, now);
  return age
    ? Date.parse(
        deadLetterExpiry({
          ...attributes,
          measuredAt: age.time,
          ageSeconds: age.value,
        }).latest,
      )
    : 'unknown';
}
