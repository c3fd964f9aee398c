import { SourceResult } from '@slipway/platform-common';
import { QueueState } from '@slipway/plugin-queues-common';
import { isPlainDlq } from './isPlainDlq';

/** How much a queue needs somebody: 3 for dead letters, down to 0. */
function trouble({ data }: SourceResult<QueueState>): number {
  if (!data) return 1;
  const { dlq, visible, drain, warnings } = data;
  const { oldestAgeSeconds = 0, ageObjectiveSeconds = Infinity } = data;
  const dead = isPlainDlq(data) ? visible : dlq?.counts.data?.visible ?? 0;
  if (dead > 0) return 3;
  if (oldestAgeSeconds > ageObjectiveSeconds) return 2;
  if (drain.trend === 'growing') return 2;
  return warnings.some(({ severity }) => severity !== 'info') ? 1 : 0;
}

/** Sorts queues that need somebody first, others as they were. */
export function byTrouble(
  a: SourceResult<QueueState>,
  b: SourceResult<QueueState>,
): number {
  return trouble(b) - trouble(a);
}
