import { SourceResult } from '@slipway/platform-common';
import { SourceSummary } from '@slipway/plugin-infra-prs-common';
import { GithubReader } from '../clients/GithubReader';
import { ChangeFacts, CheckFacts, PullAtHead, PullFacts } from './changeFacts';
import { ChangeSources } from './ChangeSources';
import { reviewedAt } from './reviewedAt';
import { PlanCommentReader } from './PlanCommentReader';
import { StatusReader } from './StatusReader';
import { requireData, summarizeSource } from './sourceData';

/** Facts for a page, which may be seconds old, and how each part was read. */
export interface ReadFacts {
  readonly facts: ChangeFacts;
  /** Checks of the merge commit; empty before the merge. */
  readonly mergeChecks: readonly CheckFacts[];
  readonly sources: readonly SourceSummary[];
  /** Parts that could not be read at all: without them nobody can decide. */
  readonly missing: readonly string[];
}

/** What else tells of a change; without it that is not known. */
export interface FactsBeside {
  readonly planComments?: PlanCommentReader;
  readonly statuses?: StatusReader;
}

/** What is known to be out of date. */
export interface TouchedFacts {
  readonly numbers: readonly number[];
  /** Commits that something was said about. */
  readonly shas: readonly string[];
  /** Whether lists of pull requests are as they were, since checks are no part of them. */
  readonly sparesLists?: boolean;
}

const DEADLINE_MS = 10_000;

const atHeadOf = (pull: PullFacts): PullAtHead => ({
  number: pull.number,
  headSha: pull.headSha,
  changedFiles: pull.changedFiles,
  commitCount: pull.commitCount,
});

/** Reads all facts of one change: from the cache for pages, or anew for decisions. */
export class FactsReader {
  readonly #sources: ChangeSources;
  readonly #github: GithubReader;

  readonly #beside: FactsBeside;

  constructor(
    sources: ChangeSources,
    github: GithubReader,
    beside: FactsBeside = {},
  ) {
    this.#sources = sources;
    this.#github = github;
    this.#beside = beside;
  }

  /** @throws NotFoundError, ServiceUnavailableError when the pull request itself cannot be read. */
  async readCached(number: number): Promise<ReadFacts> {
    const pullResult = await this.#sources.pull.get(number);
    const pull = requireData(pullResult);
    const at = atHeadOf(pull);
    const [files, commits, reviews, checks, statuses] = await Promise.all([
      this.#sources.files.get(at),
      this.#sources.commits.get(at),
      this.#sources.reviews.get(number),
      this.#sources.checks.get(pull.headSha),
      this.#beside.statuses?.readCached(pull.headSha),
    ]);
    const mergeChecks = await this.#readMergeChecks(pull);
    const parts = {
      ...{ files, commits, reviews, checks },
      ...(statuses && { statuses }),
    };
    const planComments = await this.#beside.planComments?.readCached(
      pull,
      checks.data ?? [],
    );
    return {
      facts: {
        pull,
        files: files.data ?? [],
        commits: commits.data ?? [],
        reviews: reviews.data ?? [],
        checks: checks.data ?? [],
        statuses: statuses?.data,
        planComments,
      },
      mergeChecks: mergeChecks?.data ?? [],
      sources: [pullResult, ...Object.values(parts)].map(summarizeSource),
      missing: Object.entries(parts)
        .filter(([, result]) => result.data === undefined)
        .map(([name]) => name),
    };
  }

  /** Everything anew, past the cache. @throws UpstreamError */
  async readFresh(number: number): Promise<ChangeFacts> {
    const signal = AbortSignal.timeout(DEADLINE_MS);
    const pull = await this.#github.getPull(number, signal);
    const at = atHeadOf(pull);
    const [files, commits, reviews, checks, statuses] = await Promise.all([
      this.#github.listFiles(at, signal),
      this.#github.listCommits(at, signal),
      this.#github.listReviews(number, signal),
      this.#github.listChecks(pull.headSha, signal),
      this.#beside.statuses?.readFresh(pull.headSha, signal),
    ]);
    const planComments = await this.#beside.planComments?.readFresh(
      pull,
      checks,
      signal,
    );
    const lists = { files, commits, reviews, checks, statuses };
    return { pull, ...lists, planComments };
  }

  /** The same facts with what tells of the plan anew. @throws UpstreamError */
  async readFreshPlan(facts: ChangeFacts): Promise<ChangeFacts> {
    const signal = AbortSignal.timeout(DEADLINE_MS);
    const { pull } = facts;
    const checks = await this.#github.listChecks(pull.headSha, signal);
    const planComments = await this.#beside.planComments?.readFresh(
      pull,
      checks,
      signal,
    );
    return { ...facts, checks, planComments };
  }

  /** Of the merge commit, anew; empty before the merge. @throws UpstreamError */
  async readFreshMergeChecks(pull: PullFacts): Promise<readonly CheckFacts[]> {
    if (!pull.mergedAt || !pull.mergeCommitSha) return [];
    const signal = AbortSignal.timeout(DEADLINE_MS);
    return this.#github.listChecks(pull.mergeCommitSha, signal);
  }

  /** Forgets the checks of the merge commit, of which one is to run again. */
  forgetMergeChecks({ mergeCommitSha }: PullFacts): void {
    if (mergeCommitSha) this.#sources.checks.invalidate(mergeCommitSha);
  }

  /** Forgets what a decision has just changed. */
  forget(pull: PullFacts): void {
    this.#sources.pull.invalidate(pull.number);
    this.#sources.reviews.invalidate(pull.number);
    this.#sources.listedReviews.invalidate(reviewedAt(pull));
    this.#sources.checks.invalidate(pull.headSha);
    this.#sources.listedChecks.invalidate(pull.headSha);
    this.#sources.pulls.expire('open');
    this.#sources.pulls.expire('closed');
  }

  /** Forgets what somebody else is said to have changed. */
  forgetTouched(touched: TouchedFacts): void {
    for (const number of touched.numbers) {
      this.#sources.pull.invalidate(number);
      this.#sources.reviews.invalidate(number);
    }
    for (const sha of touched.shas) {
      this.#sources.checks.invalidate(sha);
      this.#sources.listedChecks.invalidate(sha);
      this.#sources.settledChecks.invalidate(sha);
    }
    if (touched.sparesLists) return;
    this.#sources.pulls.expire('open');
    this.#sources.pulls.expire('closed');
  }

  async #readMergeChecks(
    pull: PullFacts,
  ): Promise<SourceResult<CheckFacts[]> | undefined> {
    if (!pull.mergedAt || !pull.mergeCommitSha) return undefined;
    return this.#sources.checks.get(pull.mergeCommitSha);
  }
}
