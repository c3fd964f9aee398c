import { SlipwayEnvironment } from '@slipway/platform-common';
import { SettledRowStore } from '../store/SettledRowStore';
import { ChangeFacts, PullFacts } from './changeFacts';
import { ChangeSources } from './ChangeSources';
import { summarizeChecks } from './changeView';
import { PlanCommentReader } from './PlanCommentReader';
import { planOfChange } from './planOfChange';
import { namesOf, riskOf } from './planTraces';
import { SettledRow, shorten } from './SettledRow';
import { touchedEnvironments } from './touchedEnvironments';

/** Rows read at once for a list; each takes three calls, two more where plans are told in comments, and GitHub allows 5,000 in an hour. */
const BURST = 100;
/** And then so many a minute, while somebody looks: a third of what GitHub allows. */
const PER_MINUTE = 10;
const AT_A_TIME = 4;
/** What could not be read is asked for again after this. */
const AGAIN_MS = 5 * 60_000;

/** Works a row out of all facts of a pull request that is over. */
export function toSettledRow(
  facts: Omit<ChangeFacts, 'reviews'>,
  environments: readonly SlipwayEnvironment[],
): SettledRow {
  const { pull, files, commits, checks } = facts;
  const { plan } = planOfChange(facts, environments);
  return {
    number: pull.number,
    headSha: pull.headSha,
    checks: summarizeChecks(checks),
    totals: plan?.totals,
    risk: riskOf(plan),
    environments: touchedEnvironments(files, environments).map(e => e.name),
    paths: files.flatMap(({ path, previousPath }) =>
      previousPath ? [path, previousPath] : [path],
    ),
    names: namesOf(plan),
    commits: commits.map(shorten),
  };
}

/** What is kept of pull requests that are over: each is read once, however often it is listed. */
export class SettledRows {
  readonly #rows: Map<number, SettledRow>;
  readonly #failedAt = new Map<number, number>();
  readonly #options: SettledRowsOptions;
  #budget = BURST;
  #filledAt = Date.now();
  #filling: Promise<void> | undefined;

  static async create(options: SettledRowsOptions): Promise<SettledRows> {
    return new SettledRows(options, await options.store.all());
  }

  private constructor(
    options: SettledRowsOptions,
    rows: readonly SettledRow[],
  ) {
    this.#options = options;
    this.#rows = new Map(rows.map(row => [row.number, row]));
  }

  /** Undefined when it was not read yet. */
  get(pull: PullFacts): SettledRow | undefined {
    const row = this.#rows.get(pull.number);
    return row?.headSha === pull.headSha ? row : undefined;
  }

  /** Reads what is missing, the first first, as far as the budget goes. Two at a time share one run. */
  async fill(pulls: readonly PullFacts[]): Promise<void> {
    this.#filling ??= this.#fill(pulls).finally(() => {
      this.#filling = undefined;
    });
    return this.#filling;
  }

  async #fill(pulls: readonly PullFacts[]): Promise<void> {
    const now = Date.now();
    const earned = ((now - this.#filledAt) / 60_000) * PER_MINUTE;
    this.#budget = Math.min(BURST, this.#budget + earned);
    this.#filledAt = now;
    const missing = pulls.filter(
      pull =>
        !this.get(pull) &&
        now - (this.#failedAt.get(pull.number) ?? 0) > AGAIN_MS,
    );
    const affordable = missing.slice(0, Math.floor(this.#budget));
    this.#budget -= affordable.length;
    const waiting = [...affordable];
    const work = async () => {
      for (let pull = waiting.shift(); pull; pull = waiting.shift()) {
        await this.#read(pull);
      }
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, work));
  }

  async #read(pull: PullFacts): Promise<void> {
    const { sources, environments, store } = this.#options;
    const at = { number: pull.number, headSha: pull.headSha };
    const once = { watch: false };
    const [files, commits, checks] = await Promise.all([
      sources.files.get(at, once),
      sources.commits.get(at, once),
      sources.settledChecks.get(pull.headSha, once),
    ]);
    const planComments =
      checks.data &&
      (await this.#options.planComments.readListed(pull, checks.data, once));
    if (!files.data || !commits.data || !checks.data || !planComments) {
      this.#failedAt.set(pull.number, Date.now());
      return;
    }
    const parts = {
      pull,
      files: files.data,
      commits: commits.data,
      checks: checks.data,
      planComments,
    };
    const row = toSettledRow(parts, environments);
    this.#rows.set(pull.number, row);
    // Without the database it is read again after a restart, and else nothing is lost.
    await store.save(row).catch(this.#options.failed);
  }
}

/** @see SettledRows */
export interface SettledRowsOptions {
  readonly sources: Pick<ChangeSources, 'files' | 'commits' | 'settledChecks'>;
  readonly planComments: Pick<PlanCommentReader, 'readListed'>;
  readonly environments: readonly SlipwayEnvironment[];
  readonly store: SettledRowStore;
  /** Told of what could not be kept. */
  failed(error: unknown): void;
}
