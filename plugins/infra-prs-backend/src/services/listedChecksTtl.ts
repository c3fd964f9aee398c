import { HumanDuration } from '@backstage/types';
import { CheckFacts } from './changeFacts';

const MINUTE_MS = 60_000;
const LEAST_MS = 3 * MINUTE_MS;
const MOST_MS = 30 * MINUTE_MS;
/** The same share as the poll's: the longer a change stands still, the less is expected of it. */
const SHARE_OF_AGE = 1 / 20;

/**
 * How long a list believes the checks of a commit. Those that are done are not expected to run again; where they do, a
 * webhook, the poll or the page of the change says so. What was read together runs out apart: hundreds of changes are
 * read when the first list is, and must not be read again in one go.
 */
export function listedChecksTtl(
  checks: readonly CheckFacts[],
  now = Date.now(),
): HumanDuration {
  const ends = checks.map(check =>
    check.status === 'completed' ? Date.parse(check.completedAt ?? '') : NaN,
  );
  const newest = Math.max(...ends);
  if (ends.length === 0 || Number.isNaN(newest)) return { seconds: 15 };
  const rest = Math.max((now - newest) * SHARE_OF_AGE, LEAST_MS);
  const apart = (checks[0].id % 30) * MINUTE_MS;
  return { milliseconds: Math.min(rest, MOST_MS + apart) };
}
