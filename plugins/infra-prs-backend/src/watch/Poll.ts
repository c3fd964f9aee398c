import { GithubReader } from '../clients/GithubReader';
import { PullFacts } from '../services/changeFacts';
import { KeptRequest, LifeStore } from '../store/LifeStore';
import { LookQueue } from './LookQueue';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** What was over for longer is not looked for when the database is lost. */
const REBUILT_MS = 90 * DAY_MS;
/** Looks in one run, so that a lost database is not rebuilt at one stroke. */
const AT_MOST = 200;
const DEADLINE_MS = 60_000;
const SOON_MS = 0.9 * MINUTE_MS;

/** Milliseconds since the epoch. */
interface Clock {
  readonly now: number;
  /** When this portal began to look. */
  readonly startedAt: number;
}

/**
 * How long a request that nothing is known to have happened to is left alone: checks and rollouts say nothing in lists, but the
 * longer it stands still, the less is expected of it. Rollouts that were looked at while the portal started are looked at again
 * soon, and then twice as late each time: what tells of them may have started later, or may not be there at all.
 */
function restOf(request: KeptRequest, { now, startedAt }: Clock): number {
  const age = now - Date.parse(request.stageSince);
  const rest = Math.min(Math.max(age / 20, SOON_MS), DAY_MS / 4);
  if (request.stage !== 'applied') return rest;
  const lookedAfter = Date.parse(request.lookedAt) - startedAt;
  return Math.min(rest, Math.max(lookedAfter, SOON_MS));
}

function isDue(request: KeptRequest, clock: Clock): boolean {
  return clock.now - Date.parse(request.lookedAt) >= restOf(request, clock);
}

/** Whether GitHub's list says something else than what is kept: its times are of whole seconds, in which much can happen. */
function isMoved(pull: PullFacts, request: KeptRequest): boolean {
  return (
    pull.closedAt !== request.closedAt ||
    pull.mergedAt !== request.mergedAt ||
    Date.parse(pull.updatedAt) !== Date.parse(request.changedAt) ||
    pull.headSha !== request.headSha
  );
}

/** Which changes to look at, by GitHub's lists and what is kept. Pure. */
export function choosePolled(
  open: readonly PullFacts[],
  closed: readonly PullFacts[],
  kept: ReadonlyMap<number, KeptRequest>,
  unfinished: readonly KeptRequest[],
  clock: Clock,
): number[] {
  const { now } = clock;
  const listed = [
    ...open,
    ...closed.filter(
      pull => now - Date.parse(pull.closedAt ?? pull.updatedAt) < REBUILT_MS,
    ),
  ];
  const moved = listed.filter(pull => {
    const request = kept.get(pull.number);
    return !request || isMoved(pull, request);
  });
  const due = unfinished.filter(request => isDue(request, clock));
  const numbers = [...moved, ...due].map(({ number }) => number);
  return [...new Set(numbers)].slice(0, AT_MOST);
}

/** The fallback where events do not come, or some were lost; also what rebuilds a lost database. */
export class Poll {
  readonly #github: Pick<GithubReader, 'listPulls'>;
  readonly #store: Pick<LifeStore, 'findMany' | 'list'>;
  readonly #queue: Pick<LookQueue, 'ask' | 'idle'>;
  readonly #now: () => number;
  readonly #startedAt = Date.now();

  constructor(options: {
    github: Pick<GithubReader, 'listPulls'>;
    store: Pick<LifeStore, 'findMany' | 'list'>;
    queue: Pick<LookQueue, 'ask' | 'idle'>;
    /** Default: the time of the machine. */
    now?: () => number;
  }) {
    this.#github = options.github;
    this.#store = options.store;
    this.#queue = options.queue;
    this.#now = options.now ?? Date.now;
  }

  /** @throws UpstreamError, or the database's error; the next run makes up for it. */
  async run(signal: AbortSignal): Promise<void> {
    const until = AbortSignal.any([signal, AbortSignal.timeout(DEADLINE_MS)]);
    const [open, closed] = await Promise.all([
      this.#github.listPulls('open', until),
      // The newest page is enough: what is older and not over is known by its request.
      this.#github.listPulls('closed', until, () => true),
    ]);
    const numbers = [...open.pulls, ...closed.pulls].map(p => p.number);
    const numbersToLookAt = choosePolled(
      open.pulls,
      closed.pulls,
      await this.#store.findMany(numbers),
      await this.#store.list({ unfinished: true }),
      { now: this.#now(), startedAt: this.#startedAt },
    );
    for (const number of numbersToLookAt) this.#queue.ask(number, 'later');
    await this.#queue.idle();
  }
}
