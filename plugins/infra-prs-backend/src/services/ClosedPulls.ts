import { GithubReader, PullPage } from '../clients/GithubReader';
import { PullFacts } from './changeFacts';

/** In case something was missed, such as one that was opened again and closed between two reads. */
const ANEW_MS = 60 * 60_000;
const MOST = 1_000;

/**
 * The pull requests that are over, of which there are ever more: read in full once, then only as far as something
 * changed, since GitHub lists those first that changed last.
 */
export class ClosedPulls {
  readonly #github: Pick<GithubReader, 'listPulls'>;
  readonly #now: () => number;
  #pulls = new Map<number, PullFacts>();
  #truncated = false;
  #readInFullAt = -Infinity;

  constructor(
    github: Pick<GithubReader, 'listPulls'>,
    now: () => number = Date.now,
  ) {
    this.#github = github;
    this.#now = now;
  }

  /** Newest change first. @throws UpstreamError */
  async read(signal: AbortSignal): Promise<PullPage> {
    const startedAt = this.#now();
    const inFull = startedAt - this.#readInFullAt > ANEW_MS;
    const page = await this.#github.listPulls('closed', signal, pulls =>
      inFull ? false : pulls.some(pull => this.#isKnown(pull)),
    );
    const before = inFull ? [] : this.#pulls;
    const merged = new Map([
      ...before,
      ...page.pulls.map(pull => [pull.number, pull] as const),
    ]);
    const newestFirst = [...merged.values()].sort((a, b) =>
      b.updatedAt.localeCompare(a.updatedAt),
    );
    // Nothing is kept of a read that failed: what is known has to reach back without a gap.
    this.#pulls = new Map(
      newestFirst.slice(0, MOST).map(pull => [pull.number, pull]),
    );
    if (inFull) {
      this.#truncated = page.truncated;
      this.#readInFullAt = startedAt;
    }
    return {
      pulls: [...this.#pulls.values()],
      truncated: this.#truncated || newestFirst.length > MOST,
    };
  }

  #isKnown(pull: PullFacts): boolean {
    return this.#pulls.get(pull.number)?.updatedAt === pull.updatedAt;
  }
}
