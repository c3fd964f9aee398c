import { SourceResult } from '@slipway/platform-common';
import { Source } from '@slipway/platform-node';
import { QueueKey } from '../clients/QueueKey';

/** Half of what the source reads at a time, so that nobody who looks at a page has to wait for this. */
const AT_ONCE = 4;
/** How long a value of before is not good enough; longer than one read takes. */
const INSISTS_MS = 8_000;
/** Rounds that fail to the last queue before an account is left alone until next time. */
const FAILED_ROUNDS = 2;
/** Failures of the whole account, each of which takes its time. */
const GIVES_UP_ON = new Set(['unreachable', 'throttled']);

/** What came of reading the queues of one account and region. */
export interface PacedReads<T> {
  readonly read: ReadonlyArray<{ queue: QueueKey; data: T }>;
  /** Queues about which nothing is known: not read, or an answer of before. Those that are gone do not count. */
  readonly unread: number;
  /** Why, in words, of the first. */
  readonly problem?: string;
}

/**
 * Reads queues of one account a few at a time, and makes none of them watched. An account that does not answer costs two
 * rounds, however many queues it has.
 */
export async function readPaced<T>(
  source: Pick<Source<QueueKey, T>, 'get'>,
  queues: readonly QueueKey[],
  signal: AbortSignal,
): Promise<PacedReads<T>> {
  const outcomes: Array<{ queue: QueueKey; result: SourceResult<T> }> = [];
  let failedRounds = 0;
  for (
    let at = 0;
    at < queues.length && failedRounds < FAILED_ROUNDS && !signal.aborted;
    at += AT_ONCE
  ) {
    const round = await Promise.all(
      queues.slice(at, at + AT_ONCE).map(async queue => ({
        queue,
        result: await readAnew(source, queue),
      })),
    );
    outcomes.push(...round);
    failedRounds = round.every(({ result }) => GIVES_UP_ON.has(result.state))
      ? failedRounds + 1
      : 0;
  }
  const read = outcomes.flatMap(({ queue, result: { state, data } }) =>
    state === 'ok' && data !== undefined ? [{ queue, data }] : [],
  );
  const others = outcomes.filter(({ result }) => result.state !== 'ok');
  const failed = others.filter(({ result }) => result.state !== 'not_found');
  return {
    read,
    unread: queues.length - outcomes.length + failed.length,
    problem: failed[0]?.result.message ?? failed[0]?.result.state,
  };
}

/** A page is content with a value of before while a new one is read; here an old value would be taken for news. */
async function readAnew<T>(
  source: Pick<Source<QueueKey, T>, 'get'>,
  queue: QueueKey,
): Promise<SourceResult<T>> {
  const until = Date.now() + INSISTS_MS;
  let result = await source.get(queue, { watch: false });
  while (isBeingRead(result) && Date.now() < until) {
    result = await source.get(queue, { watch: false });
  }
  return result;
}

function isBeingRead({ state, message }: SourceResult<unknown>): boolean {
  return state === 'stale' && message === undefined;
}
