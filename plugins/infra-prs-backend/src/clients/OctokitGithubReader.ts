import { ChangedFile } from '@slipway/plugin-infra-prs-common';
import { InfrastructureRepository } from '@slipway/platform-common';
import type { Octokit } from 'octokit';
import {
  CheckFacts,
  CommitFacts,
  PullFacts,
  ReviewFacts,
} from '../services/changeFacts';
import { mapGithubError } from './githubErrors';
import { toCheck, toCommit, toFile, toPull, toReview } from './githubMapping';
import { GithubReader, PullPage } from './GithubReader';

const PAGE = 100;
/** GitHub itself lists 3000 files of a pull request at most. */
const MAX_PAGES = 30;
/** Open pull requests are listed in full up to 300; of the others, the newest 50. */
const PULLS = { open: { pages: 3, size: 100 }, closed: { pages: 1, size: 50 } };

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
  #ownLogin: Promise<string | undefined> | undefined;

  constructor(octokit: Octokit, repository: InfrastructureRepository) {
    this.#octokit = octokit;
    this.#repo = { owner: repository.owner, repo: repository.repo };
    this.#base = repository.branch;
  }

  async listPulls(
    state: 'open' | 'closed',
    signal: AbortSignal,
  ): Promise<PullPage> {
    return this.#read(async ownLogin => {
      const { pages, size } = PULLS[state];
      const pulls = await this.#octokit.paginate(
        this.#octokit.rest.pulls.list,
        {
          ...this.#repo,
          state,
          base: this.#base,
          sort: 'updated',
          direction: 'desc',
          per_page: size,
          request: { signal },
        },
        bounded(pages),
      );
      return {
        pulls: pulls.map(pull => toPull(pull, ownLogin)),
        truncated: pulls.length >= pages * size,
      };
    }, signal);
  }

  async getPull(number: number, signal: AbortSignal): Promise<PullFacts> {
    return this.#read(async ownLogin => {
      const { data } = await this.#octokit.rest.pulls.get({
        ...this.#repo,
        pull_number: number,
        request: { signal },
      });
      return toPull(data, ownLogin);
    }, signal);
  }

  async listFiles(number: number, signal: AbortSignal): Promise<ChangedFile[]> {
    return this.#read(async () => {
      const files = await this.#octokit.paginate(
        this.#octokit.rest.pulls.listFiles,
        this.#pull(number, signal),
        bounded(MAX_PAGES),
      );
      return files.map(toFile);
    }, signal);
  }

  async listCommits(
    number: number,
    signal: AbortSignal,
  ): Promise<CommitFacts[]> {
    return this.#read(async ownLogin => {
      const commits = await this.#octokit.paginate(
        this.#octokit.rest.pulls.listCommits,
        this.#pull(number, signal),
        bounded(MAX_PAGES),
      );
      return commits.map(commit => toCommit(commit, ownLogin));
    }, signal);
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
    }, signal);
  }

  async listChecks(sha: string, signal: AbortSignal): Promise<CheckFacts[]> {
    return this.#read(async () => {
      const checks = await this.#octokit.paginate(
        this.#octokit.rest.checks.listForRef,
        { ...this.#repo, ref: sha, per_page: PAGE, request: { signal } },
        bounded(MAX_PAGES),
      );
      return checks.map(toCheck);
    }, signal);
  }

  #pull(number: number, signal: AbortSignal) {
    const request = { signal };
    return { ...this.#repo, pull_number: number, per_page: PAGE, request };
  }

  async #read<T>(
    read: (ownLogin: string | undefined) => Promise<T>,
    signal: AbortSignal,
  ): Promise<T> {
    try {
      return await read(await this.#readOwnLogin(signal));
    } catch (error) {
      throw mapGithubError(error);
    }
  }

  /** Installation tokens of GitHub Apps have no user; their pull requests are of type Bot anyway. */
  #readOwnLogin(signal: AbortSignal): Promise<string | undefined> {
    this.#ownLogin ??= this.#octokit.rest.users
      .getAuthenticated({ request: { signal } })
      .then(({ data }) => data.login)
      .catch(error => {
        const status = mapGithubError(error).state;
        if (status === 'forbidden') return undefined;
        this.#ownLogin = undefined;
        throw error;
      });
    return this.#ownLogin;
  }
}
