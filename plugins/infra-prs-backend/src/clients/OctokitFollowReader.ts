import { InfrastructureRepository } from '@slipway/platform-common';
import type { Octokit } from 'octokit';
import { PullFacts } from '../services/changeFacts';
import { FollowReader, revertBranch } from './FollowReader';
import { mapGithubError } from './githubErrors';
import { toPull } from './githubMapping';

/** {@link FollowReader} over the REST API. */
export class OctokitFollowReader implements FollowReader {
  readonly #octokit: Octokit;
  readonly #repo: { owner: string; repo: string };

  constructor(octokit: Octokit, repository: InfrastructureRepository) {
    this.#octokit = octokit;
    this.#repo = { owner: repository.owner, repo: repository.repo };
  }

  async contains(
    { ancestor, commit }: { ancestor: string; commit: string },
    signal: AbortSignal,
  ): Promise<boolean> {
    try {
      const { data } = await this.#octokit.rest.repos.compareCommits({
        ...this.#repo,
        base: ancestor,
        head: commit,
        // Only the status counts, and files come with the first page.
        per_page: 1,
        page: 2,
        request: { signal },
      });
      return data.status === 'ahead' || data.status === 'identical';
    } catch (error) {
      throw mapGithubError(error);
    }
  }

  async listReverts(
    of: { number: number; headRef: string },
    signal: AbortSignal,
  ): Promise<PullFacts[]> {
    try {
      const { data } = await this.#octokit.rest.pulls.list({
        ...this.#repo,
        state: 'all',
        head: `${this.#repo.owner}:${revertBranch(of)}`,
        per_page: 20,
        request: { signal },
      });
      return data.map(toPull);
    } catch (error) {
      throw mapGithubError(error);
    }
  }
}
