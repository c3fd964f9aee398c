import {
  ConflictError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { InfrastructureRepository } from '@slipway/platform-common';
import type { Octokit } from 'octokit';
import { readGithubFailure, untilWords } from './githubErrors';
import { GithubPerson } from './GithubPerson';

function mapPersonError(error: unknown, doing: string): Error {
  const { status, message, rateLimit } = readGithubFailure(error);
  if (rateLimit) {
    return new ServiceUnavailableError(
      `GitHub's rate limit of your account is used up${untilWords(
        rateLimit,
      )}; nothing was changed`,
    );
  }
  if (status === 401) {
    return new NotAllowedError(
      'GitHub did not accept your sign-in; sign out and in again, then repeat',
    );
  }
  if (status === 403 || status === 404) {
    return new NotAllowedError(
      `Your GitHub account may not ${doing} in the infrastructure repository: ${message}`,
    );
  }
  if (status === 422 && /approve your own/i.test(message)) {
    return new NotAllowedError(
      'You opened this pull request; someone else has to approve it',
    );
  }
  if (status === 405 || status === 409 || status === 422) {
    return new ConflictError(`GitHub does not ${doing} it: ${message}`);
  }
  return new ServiceUnavailableError(
    `GitHub ${
      status ? `answered with ${status}` : 'did not answer'
    } when asked to ${doing}; look at the change before you try again`,
  );
}

/** {@link GithubPerson} over the REST API. */
export class OctokitGithubPerson implements GithubPerson {
  readonly #octokit: Octokit;
  readonly #repo: { owner: string; repo: string };
  readonly #mergeMethod: 'merge' | 'squash' | 'rebase';

  constructor(
    octokit: Octokit,
    repository: InfrastructureRepository,
    mergeMethod: 'merge' | 'squash' | 'rebase',
  ) {
    this.#octokit = octokit;
    this.#repo = { owner: repository.owner, repo: repository.repo };
    this.#mergeMethod = mergeMethod;
  }

  async login(signal: AbortSignal): Promise<string> {
    try {
      const { data } = await this.#octokit.rest.users.getAuthenticated({
        request: { signal },
      });
      return data.login;
    } catch (error) {
      throw mapPersonError(error, 'say who you are');
    }
  }

  async approve(
    review: { number: number; headSha: string; body: string },
    signal: AbortSignal,
  ): Promise<void> {
    try {
      await this.#octokit.rest.pulls.createReview({
        ...this.#repo,
        pull_number: review.number,
        commit_id: review.headSha,
        event: 'APPROVE',
        body: review.body,
        request: { signal },
      });
    } catch (error) {
      throw mapPersonError(error, 'approve');
    }
  }

  async merge(
    change: { number: number; headSha: string },
    signal: AbortSignal,
  ): Promise<void> {
    try {
      await this.#octokit.rest.pulls.merge({
        ...this.#repo,
        pull_number: change.number,
        sha: change.headSha,
        merge_method: this.#mergeMethod,
        request: { signal },
      });
    } catch (error) {
      throw mapPersonError(error, 'merge');
    }
  }
}
