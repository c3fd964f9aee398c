import { happen, open } from './actions';
import { checkEnd } from './checkEnd';
import { checkTold } from './checkTold';
import { checkRebuilt } from './checkRebuilt';
import { History } from './History';
import { HistoryDatabase } from './HistoryDatabase';

/** What many histories came to. */
export interface HistoriesResult {
  readonly histories: number;
  /** Through the portal. */
  readonly approved: number;
  readonly merged: number;
  /** By auto-merge and the merge queue, and past the rules. */
  readonly itself: number;
  readonly glass: number;
  readonly refused: number;
  readonly violations: ReadonlyArray<{
    /** Runs the same history again. */
    readonly seed: number;
    readonly what: readonly string[];
    readonly log: readonly string[];
  }>;
}

/** Histories after which the database is emptied, so that it stays quick. */
const FORGET_AFTER = 50;

/** How often the database is lost in the end. */
const REBUILT = 0.1;

async function play(history: History): Promise<void> {
  const { dice } = history;
  open(history);
  if (dice.is(0.3)) open(history);
  const steps = 8 + dice.below(18);
  for (let step = 0; step < steps; step += 1) {
    await happen(history);
    const going = dice.below(7);
    for (let count = 0; count < going; count += 1) await history.proceed();
    // Most people wait for what they asked for.
    if (dice.is(0.5)) await history.finish();
  }
  await history.settle();
  await checkEnd(history);
  await checkTold(history);
  if (dice.is(REBUILT)) await checkRebuilt(history);
}

/** Plays histories one after another; each has a seed of its own, so that it can be played again. */
export async function runHistories(
  count: number,
  seed: number,
  options: {
    readonly progress?: (done: number) => void;
    /** Plays no further once a rule was broken. */
    readonly untilBroken?: true;
  } = {},
): Promise<HistoriesResult> {
  const database = await HistoryDatabase.open();
  const total = { approved: 0, merged: 0, itself: 0, glass: 0, refused: 0 };
  const violations: Array<HistoriesResult['violations'][number]> = [];
  try {
    for (let index = 0; index < count; index += 1) {
      const own = seed + index;
      const history = await History.start(database, `history-${own}`, own);
      await play(history);
      history.stop();
      const { counts } = history;
      total.approved += counts.approved;
      total.merged += counts.merged;
      total.itself += counts.itself;
      total.glass += counts.glass;
      total.refused += counts.refused;
      const { violations: what, log } = history;
      if (what.length > 0) violations.push({ seed: own, what, log });
      if (index % FORGET_AFTER === FORGET_AFTER - 1) await database.forget();
      options.progress?.(index + 1);
      if (options.untilBroken && violations.length > 0) break;
    }
  } finally {
    await database.close();
  }
  return { histories: count, ...total, violations };
}
