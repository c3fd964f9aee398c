import { InfrastructureRepository } from '@slipway/platform-common';
import type { Octokit } from 'octokit';
import { GithubTalker } from './GithubTalk';
import { mapPersonError } from './mapPersonError';

/** https://docs.github.com/en/graphql/reference/mutations#resolvereviewthread */
const RESOLVE = `mutation resolve($threadId: ID!) {
  resolveReviewThread(input: {threadId: $threadId}) { clientMutationId }
}`;
const UNRESOLVE = `mutation unresolve($threadId: ID!) {
  unresolveReviewThread(input: {threadId: $threadId}) { clientMutationId }
}`;

/** {@link GithubTalker} over the REST API, and GraphQL for what only that can do. */
export class OctokitGithubTalker implements GithubTalker {
  readonly #octokit: Octokit;
  readonly #repo: { owner: string; repo: string };

  constructor(octokit: Octokit, repository: InfrastructureRepository) {
    this.#octokit = octokit;
    this.#repo = { owner: repository.owner, repo: repository.repo };
  }

  async commentOnLine(
    { number, headSha, ...at }: Parameters<GithubTalker['commentOnLine']>[0],
    signal: AbortSignal,
  ): Promise<void> {
    await this.#say('comment on this line', () =>
      this.#octokit.rest.pulls.createReviewComment({
        ...this.#repo,
        ...at,
        pull_number: number,
        commit_id: headSha,
        request: { signal },
      }),
    );
  }

  async reply(
    to: Parameters<GithubTalker['reply']>[0],
    signal: AbortSignal,
  ): Promise<void> {
    await this.#say('reply', () =>
      this.#octokit.rest.pulls.createReplyForReviewComment({
        ...this.#repo,
        pull_number: to.number,
        comment_id: to.commentId,
        body: to.body,
        request: { signal },
      }),
    );
  }

  async setResolved(
    { id, resolved }: { id: string; resolved: boolean },
    signal: AbortSignal,
  ): Promise<void> {
    await this.#say('settle this thread', () =>
      this.#octokit.graphql(resolved ? RESOLVE : UNRESOLVE, {
        threadId: id,
        request: { signal },
      }),
    );
  }

  async #say(doing: string, say: () => Promise<unknown>): Promise<void> {
    try {
      await say();
    } catch (error) {
      throw mapPersonError(error, doing);
    }
  }
}
