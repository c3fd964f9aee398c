import { PullFacts } from './changeFacts';

/** The reviews of a pull request as they were when it was last updated. */
export interface ReviewedAt {
  readonly number: number;
  readonly updatedAt: string;
  /** Tells looks apart while more may come in the same second; 0 afterwards. */
  readonly look: number;
}

/** For so long clocks may differ, and lists may be behind. Milliseconds. */
const SETTLED_MS = 60_000;
const LOOK_MS = 5_000;

/**
 * GitHub tells the second of an update: another review in that second changes nothing by which it could be noticed. So the
 * reviews of what was just updated are read every few seconds for a while.
 */
export function reviewedAt(
  { number, updatedAt }: Pick<PullFacts, 'number' | 'updatedAt'>,
  now = Date.now(),
): ReviewedAt {
  const isSettled = now - Date.parse(updatedAt) > SETTLED_MS;
  const look = isSettled ? 0 : Math.floor(now / LOOK_MS);
  return { number, updatedAt, look };
}
