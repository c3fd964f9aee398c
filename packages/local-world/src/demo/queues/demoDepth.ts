import { Millis } from '../../world/types';
import { DemoDepth } from './DemoQueue';
import { BUSY_ENVIRONMENT, demoQueues } from './demoQueues';

const HOUR = 3_600_000;

/** Messages at `hoursAgo` on the line through the corners; 0 before the first. */
function onLine(corners: readonly DemoDepth[], hoursAgo: number): number {
  for (const [at, [to, deep]] of corners.entries()) {
    const [from, shallow] = corners[at - 1] ?? [Infinity, 0];
    if (hoursAgo <= from && hoursAgo >= to) {
      const share = from === Infinity ? 0 : (from - hoursAgo) / (from - to);
      return shallow + (deep - shallow) * share;
    }
  }
  return 0;
}

/** The backlog that a queue of the demo had at a time, and 0 for the others. `now` is when the world begins. */
export function demoDepth(queue: string, time: Millis, now: Millis): number {
  const demo = demoQueues.find(
    ({ name }) => queue === `${BUSY_ENVIRONMENT}-${name}`,
  );
  return onLine(demo?.backlog ?? [], (now - time) / HOUR);
}
