import type { Octokit } from 'octokit';
import { InfrastructureRepository } from '@slipway/platform-common';
import {
  ConflictError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { z } from 'zod';
import { readGithubFailure, untilWords } from './githubErrors';

/** A check run that should be run again. */
export interface CheckToRetry {
  readonly id: number;
  /** Its own link; that of a GitHub Actions run names the run. */
  readonly url?: string;
}

/** What a person does on GitHub about what became of a change, with their own token. Methods throw errors of `@backstage/errors`. */
export interface FollowPerson {
  rerun(check: CheckToRetry, signal: AbortSignal): Promise<void>;
  /** Opens a pull request that takes a merged one back. */
  revert(
    change: { number: number; body: string },
    signal: AbortSignal,
  ): Promise<{ number: number; title: string }>;
}

const REVERT = `mutation Revert($input: RevertPullRequestInput!) {
  revertPullRequest(input: $input) { revertPullRequest { number title } }
}`;

const revertedSchema = z.object({
  revertPullRequest: z.object({
    revertPullRequest: z.object({ number: z.number(), title: z.string() }),
  }),
});
const graphqlError = z.object({
  errors: z.array(
    z.object({ type: z.string().optional(), message: z.string() }),
  ),
});

/** {@link FollowPerson} over the REST API, and over GraphQL for what that alone can. */
export class OctokitFollowPerson implements FollowPerson {
  readonly #octokit: Octokit;
  readonly #repo: { owner: string; repo: string };

  constructor(octokit: Octokit, { owner, repo }: InfrastructureRepository) {
    this.#octokit = octokit;
    this.#repo = { owner, repo };
  }

  /**
   * A run of GitHub Actions is run again where it failed, which any token of the scope `repo` may ask for; another runner is
   * told by GitHub, for which the token has to be that of a GitHub App's user:
   * https://docs.github.com/en/rest/checks/runs#rerequest-a-check-run
   */
  async rerun({ id, url }: CheckToRetry, signal: AbortSignal): Promise<void> {
    const [, run] = /\/actions\/runs\/(\d{1,15})(?:\/|$)/.exec(url ?? '') ?? [];
    const { rest } = this.#octokit;
    const at = { ...this.#repo, request: { signal } };
    try {
      if (run) {
        const run_id = Number(run);
        await rest.actions.reRunWorkflowFailedJobs({ ...at, run_id });
      } else await rest.checks.rerequestRun({ ...at, check_run_id: id });
    } catch (error) {
      throw mapFollowError(error, 'have the apply run again');
    }
  }

  async revert(
    { number, body }: { number: number; body: string },
    signal: AbortSignal,
  ): Promise<{ number: number; title: string }> {
    const request = { signal };
    try {
      const { data } = await this.#octokit.rest.pulls.get({
        ...this.#repo,
        pull_number: number,
        request,
      });
      const input = { pullRequestId: data.node_id, body };
      const answer = await this.#octokit.graphql(REVERT, { input, request });
      return revertedSchema.parse(answer).revertPullRequest.revertPullRequest;
    } catch (error) {
      throw mapFollowError(error, 'open the revert');
    }
  }
}

/** Maps a failed action; GraphQL answers 200 and says in its errors what was wrong. */
function mapFollowError(error: unknown, doing: string): Error {
  const [said] = graphqlError.safeParse(error).data?.errors ?? [];
  if (said) {
    const message = said.message.replace(/\s+/g, ' ').slice(0, 300);
    return said.type === 'FORBIDDEN'
      ? new NotAllowedError(`Your GitHub account may not ${doing}: ${message}`)
      : new ConflictError(`GitHub does not ${doing}: ${message}`);
  }
  const { status, message, rateLimit } = readGithubFailure(error);
  if (rateLimit) {
    return new ServiceUnavailableError(
      `GitHub's rate limit of your account is used up${untilWords(rateLimit)}`,
    );
  }
  if (status === 401) {
    return new NotAllowedError(
      'GitHub did not accept your sign-in; sign out and in again, then repeat',
    );
  }
  if (status === 403 || status === 404) {
    return new NotAllowedError(
      `Your GitHub account, or the app you signed in with, may not ${doing}: ${message}. On GitHub's own page of the check it may work`,
    );
  }
  if (status === 409 || status === 422) {
    return new ConflictError(`GitHub does not ${doing}: ${message}`);
  }
  return new ServiceUnavailableError(
    `GitHub ${
      status ? `answered with ${status}` : 'did not answer'
    } when asked to ${doing}; look at the change before you try again`,
  );
}
