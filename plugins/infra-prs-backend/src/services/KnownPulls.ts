import { GithubReader, PullPage } from '../clients/GithubReader';
import { PullFacts } from './changeFacts';

/** In case something was missed, such as one that is to be merged into another branch now. */
const ANEW_MS = { open: 5 * 60_000, closed: 60 * 60_000 };
const MOST = 1_000;

const newestFirst = (a: PullFacts, b: PullFacts) =>
  b.updatedAt.localeCompare(a.updatedAt);

/**
 * The pull requests of one state, of which there may be many: read in full once, then only as far as something changed,
 * since GitHub lists those first that changed last. What was closed or opened again has changed too.
 */
export class KnownPulls {
  readonly #github: Pick<GithubReader, 'listPulls'>;
  readonly #state: 'open' | 'closed';
  readonly #now: () => number;
  #pulls: readonly PullFacts[] = [];
  /** When the newest of all that were read was changed. */
  #changedAt = '';
  #truncated = false;
  #readInFullAt = -Infinity;

  constructor(
    github: Pick<GithubReader, 'listPulls'>,
    state: 'open' | 'closed',
    now: () => number = Date.now,
  ) {
    this.#github = github;
    this.#state = state;
    this.#now = now;
  }

  /** Newest change first. @throws UpstreamError */
  async read(signal: AbortSignal): Promise<PullPage> {
    const startedAt = this.#now();
    const inFull = startedAt - this.#readInFullAt > ANEW_MS[this.#state];
    const page = inFull
      ? await this.#github.listPulls(this.#state, signal)
      : await this.#readChanged(signal);
    // Nothing is kept of a read that failed: what is known has to reach back without a gap.
    const truncated = this.#merge(inFull ? [] : this.#pulls, page.pulls);
    if (inFull) {
      this.#truncated = page.truncated;
      this.#readInFullAt = startedAt;
    } else if (page.truncated) {
      // More has changed than GitHub was asked for.
      this.#readInFullAt = -Infinity;
    }
    return {
      pulls: this.#pulls,
      truncated: this.#truncated || truncated,
    };
  }

  #readChanged(signal: AbortSignal): Promise<PullPage> {
    const known = this.#changedAt;
    return this.#github.listPulls('all', signal, pulls =>
      pulls.some(({ updatedAt }) => updatedAt <= known),
    );
  }

  /** Whether there are more than are kept. */
  #merge(before: readonly PullFacts[], read: readonly PullFacts[]): boolean {
    const merged = new Map(before.map(pull => [pull.number, pull]));
    for (const pull of read) {
      const { updatedAt = '' } = merged.get(pull.number) ?? {};
      // Of two reads at once the later one may have ended first.
      if (pull.updatedAt >= updatedAt) merged.set(pull.number, pull);
    }
    const sorted = [...merged.values()].sort(newestFirst);
    const [{ updatedAt } = { updatedAt: '' }] = sorted;
    if (updatedAt > this.#changedAt) this.#changedAt = updatedAt;
    const ofState = sorted.filter(({ state }) => state === this.#state);
    this.#pulls = ofState.slice(0, MOST);
    return ofState.length > MOST;
  }
}
