import type { Octokit } from 'octokit';
import { AutoMergeStopper } from './AutoMergeStopper';
import { mapGithubError } from './githubErrors';
import { pullMutations } from './pullMutations';

/** {@link AutoMergeStopper} over GraphQL. */
export class OctokitAutoMergeStopper implements AutoMergeStopper {
  readonly #octokit: Octokit;

  constructor(octokit: Octokit) {
    this.#octokit = octokit;
  }

  async disableAutoMerge(id: string, signal: AbortSignal): Promise<void> {
    await this.#run(pullMutations.disableAutoMerge, id, signal);
  }

  async dequeue(id: string, signal: AbortSignal): Promise<void> {
    await this.#run(pullMutations.dequeue, id, signal);
  }

  async #run(mutation: string, id: string, signal: AbortSignal) {
    try {
      await this.#octokit.graphql(mutation, { id, request: { signal } });
    } catch (error) {
      throw mapGithubError(error);
    }
  }
}
