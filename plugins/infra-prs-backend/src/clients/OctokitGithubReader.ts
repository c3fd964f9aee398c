import {
  APPLY_CHECK_NAME,
  ChangedFile,
  PLAN_CHECK_NAME,
} from '@slipway/plugin-infra-prs-common';
import { InfrastructureRepository } from '@slipway/platform-common';
import type { Octokit } from 'octokit';
import { InfraPrsConfig } from '../config';
import {
  CheckFacts,
  CommitFacts,
  PullAtHead,
  PullFacts,
  ReviewFacts,
} from '../services/changeFacts';
import { assertCommitsOf, assertFilesOf } from './assertAtHead';
import { mapGithubError } from './githubErrors';
import { toCheck, toCommit, toFile, toPull, toReview } from './githubMapping';
import { GithubReader, PullPage, PullRef } from './GithubReader';

const PAGE = 100;
const RUNNER_CHECKS = [PLAN_CHECK_NAME, APPLY_CHECK_NAME];
/** GitHub itself lists 3000 files of a pull request at most. */
const MAX_PAGES = 30;
/** Of pull requests, open and others each, the thousand that changed last are listed. */
const MAX_PULL_PAGES = 10;

/** Stops a paginated read after `pages`, so that a repository can be any size. */
function bounded<T>(pages: number) {
  let seen = 0;
  return (response: { data: T[] }, done: () => void): T[] => {
    seen += 1;
    if (seen >= pages) done();
    return response.data;
  };
}

/** {@link GithubReader} over the REST API, https://docs.github.com/en/rest/pulls */
export class OctokitGithubReader implements GithubReader {
  readonly #octokit: Octokit;
  readonly #repo: { owner: string; repo: string };
  readonly #base: string;
  readonly #runnerApp: string | undefined;

  constructor(
    octokit: Octokit,
    repository: InfrastructureRepository,
    options: Pick<InfraPrsConfig, 'runnerApp'>,
  ) {
    this.#runnerApp = options.runnerApp;
    this.#octokit = octokit;
    this.#repo = { owner: repository.owner, repo: repository.repo };
    this.#base = repository.branch;
  }

  async listPulls(
    state: 'open' | 'closed' | 'all',
    signal: AbortSignal,
    isEnough: (pulls: readonly PullFacts[]) => boolean = () => false,
  ): Promise<PullPage> {
    return this.#read(async () => {
      let pages = 0;
      let stopped = false;
      const pulls = await this.#octokit.paginate(
        this.#octokit.rest.pulls.list,
        {
          ...this.#repo,
          state,
          base: this.#base,
          sort: 'updated',
          direction: 'desc',
          per_page: PAGE,
          request: { signal },
        },
        ({ data }, done) => {
          const page = data.map(toPull);
          pages += 1;
          stopped = isEnough(page);
          if (stopped || pages >= MAX_PULL_PAGES) done();
          return page;
        },
      );
      const most = MAX_PULL_PAGES * PAGE;
      return { pulls, truncated: !stopped && pulls.length >= most };
    });
  }

  async getPull(number: number, signal: AbortSignal): Promise<PullFacts> {
    return this.#read(async () => {
      const { data } = await this.#octokit.rest.pulls.get({
        ...this.#repo,
        pull_number: number,
        request: { signal },
      });
      return toPull(data);
    });
  }

  async getSibling(
    { owner, repo, number }: PullRef,
    signal: AbortSignal,
  ): Promise<PullFacts> {
    return this.#read(async () => {
      const { data } = await this.#octokit.rest.pulls.get({
        owner,
        repo,
        pull_number: number,
        request: { signal },
      });
      return toPull(data);
    });
  }

  async listFiles(at: PullAtHead, signal: AbortSignal): Promise<ChangedFile[]> {
    return this.#read(async () => {
      const files = await this.#octokit.paginate(
        this.#octokit.rest.pulls.listFiles,
        this.#pull(at.number, signal),
        bounded(MAX_PAGES),
      );
      assertFilesOf(at, files);
      return files.map(toFile);
    });
  }

  async listCommits(
    at: PullAtHead,
    signal: AbortSignal,
  ): Promise<CommitFacts[]> {
    return this.#read(async () => {
      const commits = await this.#octokit.paginate(
        this.#octokit.rest.pulls.listCommits,
        this.#pull(at.number, signal),
        bounded(MAX_PAGES),
      );
      assertCommitsOf(at, commits);
      return commits.map(toCommit);
    });
  }

  async listReviews(
    number: number,
    signal: AbortSignal,
  ): Promise<ReviewFacts[]> {
    return this.#read(async () => {
      const reviews = await this.#octokit.paginate(
        this.#octokit.rest.pulls.listReviews,
        this.#pull(number, signal),
        bounded(MAX_PAGES),
      );
      return reviews.flatMap(review => toReview(review) ?? []);
    });
  }

  async listChecks(sha: string, signal: AbortSignal): Promise<CheckFacts[]> {
    return this.#read(async () => {
      const checks = await this.#octokit.paginate(
        this.#octokit.rest.checks.listForRef,
        { ...this.#repo, ref: sha, per_page: PAGE, request: { signal } },
        bounded(MAX_PAGES),
      );
      return checks.map(toCheck).filter(check => this.#isGenuine(check));
    });
  }

  /** Any app or workflow with `checks: write` can call its check as the runner does. */
  #isGenuine({ name, app }: CheckFacts): boolean {
    return (
      !this.#runnerApp ||
      !RUNNER_CHECKS.includes(name) ||
      app === this.#runnerApp
    );
  }

  #pull(number: number, signal: AbortSignal) {
    const request = { signal };
    return { ...this.#repo, pull_number: number, per_page: PAGE, request };
  }

  async #read<T>(read: () => Promise<T>): Promise<T> {
    try {
      return await read();
    } catch (error) {
      throw mapGithubError(error);
    }
  }
}
