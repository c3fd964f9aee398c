import { InfrastructureRepository } from '@slipway/platform-common';
import type { Octokit } from 'octokit';
import { GithubPerson, NodeAtHead, ReviewWords, Words } from './GithubPerson';
import { mapPersonError } from './mapPersonError';
import { pullMutations } from './pullMutations';

type MergeMethod = 'merge' | 'squash' | 'rebase';

/** {@link GithubPerson} over the REST API, and over GraphQL for what that has no route for. */
export class OctokitGithubPerson implements GithubPerson {
  readonly #octokit: Octokit;
  readonly #repo: { owner: string; repo: string };
  readonly #mergeMethod: MergeMethod;

  constructor(
    octokit: Octokit,
    repository: InfrastructureRepository,
    mergeMethod: MergeMethod,
  ) {
    this.#octokit = octokit;
    this.#repo = { owner: repository.owner, repo: repository.repo };
    this.#mergeMethod = mergeMethod;
  }

  async login(signal: AbortSignal): Promise<string> {
    return this.#act('say who you are', async ({ rest }) => {
      const request = { signal };
      const { data } = await rest.users.getAuthenticated({ request });
      return data.login;
    });
  }

  async approve(review: ReviewWords, signal: AbortSignal): Promise<void> {
    await this.#review('approve', 'APPROVE', review, signal);
  }

  async requestChanges(
    review: ReviewWords,
    signal: AbortSignal,
  ): Promise<void> {
    await this.#review('ask for changes', 'REQUEST_CHANGES', review, signal);
  }

  async comment(words: Words, signal: AbortSignal): Promise<void> {
    await this.#act('comment', ({ rest }) =>
      rest.issues.createComment({
        ...this.#repo,
        issue_number: words.number,
        body: words.body,
        request: { signal },
      }),
    );
  }

  async merge(
    change: { number: number; headSha: string },
    signal: AbortSignal,
  ): Promise<void> {
    await this.#act('merge', ({ rest }) =>
      rest.pulls.merge({
        ...this.#repo,
        pull_number: change.number,
        sha: change.headSha,
        merge_method: this.#mergeMethod,
        request: { signal },
      }),
    );
  }

  async setState(
    change: { number: number; state: 'open' | 'closed' },
    signal: AbortSignal,
  ): Promise<void> {
    const doing = change.state === 'open' ? 'open it again' : 'close it';
    await this.#act(doing, ({ rest }) =>
      rest.pulls.update({
        ...this.#repo,
        pull_number: change.number,
        state: change.state,
        request: { signal },
      }),
    );
  }

  async setDraft(
    change: { nodeId: string; draft: boolean },
    signal: AbortSignal,
  ): Promise<void> {
    const { convertToDraft, markReady } = pullMutations;
    const doing = change.draft ? 'make it a draft' : 'mark it as ready';
    const mutation = change.draft ? convertToDraft : markReady;
    await this.#mutate(doing, mutation, { id: change.nodeId }, signal);
  }

  async enqueue(change: NodeAtHead, signal: AbortSignal): Promise<void> {
    const variables = { id: change.nodeId, head: change.headSha };
    const doing = 'add it to the merge queue';
    await this.#mutate(doing, pullMutations.enqueue, variables, signal);
  }

  async enableAutoMerge(
    change: NodeAtHead,
    signal: AbortSignal,
  ): Promise<void> {
    await this.#mutate(
      'merge it once it can be',
      pullMutations.enableAutoMerge,
      {
        id: change.nodeId,
        head: change.headSha,
        // Octokit takes a variable of the name `method` for that of the request.
        mergeMethod: this.#mergeMethod.toUpperCase(),
      },
      signal,
    );
  }

  async disableAutoMerge(nodeId: string, signal: AbortSignal): Promise<void> {
    const doing = 'switch auto-merge off';
    const variables = { id: nodeId };
    const { disableAutoMerge } = pullMutations;
    await this.#mutate(doing, disableAutoMerge, variables, signal);
  }

  async #review(
    doing: string,
    event: 'APPROVE' | 'REQUEST_CHANGES',
    review: ReviewWords,
    signal: AbortSignal,
  ): Promise<void> {
    await this.#act(doing, ({ rest }) =>
      rest.pulls.createReview({
        ...this.#repo,
        pull_number: review.number,
        commit_id: review.headSha,
        event,
        body: review.body,
        request: { signal },
      }),
    );
  }

  async #mutate(
    doing: string,
    mutation: string,
    variables: Record<string, string>,
    signal: AbortSignal,
  ): Promise<void> {
    await this.#act(doing, octokit =>
      octokit.graphql(mutation, { ...variables, request: { signal } }),
    );
  }

  async #act<T>(
    doing: string,
    act: (octokit: Octokit) => Promise<T>,
  ): Promise<T> {
    try {
      return await act(this.#octokit);
    } catch (error) {
      throw mapPersonError(error, doing);
    }
  }
}
