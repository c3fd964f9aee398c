import {
  deadLetterExpiry,
  DeadLetterExpiry,
  QueueHistory,
} from '@slipway/plugin-queues-common';
import { QueueAttributes } from '../clients/SqsClient';
import { latestPoint } from './latestValue';

const MINUTE_MS = 60_000;
/** A point this far from an hour ago still stands for it. */
const TOLERANCE_MS = 10 * MINUTE_MS;
/** Dead letters only get older: an age that is a little old still says when the oldest is lost. */
const AGE_HOLDS_MS = 20 * MINUTE_MS;

/** What CloudWatch adds to the counts of a dead-letter queue; what it does not know is left out. */
export function deadLetterFacts(
  attributes: Pick<QueueAttributes, 'visible' | 'fifo' | 'retentionSeconds'>,
  history: Pick<QueueHistory, 'visible' | 'oldestAge'> | undefined,
  now = Date.now(),
): { grownLastHour?: number; expiry?: DeadLetterExpiry } {
  const before = history && anHourAgo(history.visible, now);
  const age =
    attributes.visible > 0 && history
      ? latestPoint(history.oldestAge, AGE_HOLDS_MS, now)
      : undefined;
  return {
    grownLastHour:
      before === undefined ? undefined : attributes.visible - before,
    expiry: age && {
      ...deadLetterExpiry({
        ...attributes,
        measuredAt: age.time,
        ageSeconds: age.value,
      }),
    },
  };
}

/** The value nearest to an hour ago. */
function anHourAgo(
  points: QueueHistory['visible'],
  now: number,
): number | undefined {
  const wanted = now - 60 * MINUTE_MS;
  const [nearest] = points
    .filter(
      ({ time, value }) =>
        value !== undefined && Math.abs(time - wanted) <= TOLERANCE_MS,
    )
    .sort((a, b) => Math.abs(a.time - wanted) - Math.abs(b.time - wanted));
  return nearest?.value;
}
