import { InfrastructureRepository } from '@slipway/platform-common';
import { CheckAnnotation } from '@slipway/plugin-infra-prs-common';
import type { Octokit } from 'octokit';
import { GithubCheckDetails, StatusFacts } from './GithubCheckDetails';
import { mapGithubError } from './githubErrors';

const STATES = ['error', 'failure', 'pending', 'success'] as const;
const LEVELS = ['notice', 'warning', 'failure'] as const;

/** {@link GithubCheckDetails} over the REST API, https://docs.github.com/en/rest/checks/runs */
export class OctokitCheckDetails implements GithubCheckDetails {
  readonly #octokit: Octokit;
  readonly #repo: { owner: string; repo: string };

  constructor(octokit: Octokit, repository: InfrastructureRepository) {
    this.#octokit = octokit;
    this.#repo = { owner: repository.owner, repo: repository.repo };
  }

  async listStatuses(sha: string, signal: AbortSignal): Promise<StatusFacts[]> {
    return this.#read(async () => {
      const { data } = await this.#octokit.rest.repos.listCommitStatusesForRef({
        ...this.#repo,
        ref: sha,
        per_page: 100,
        request: { signal },
      });
      const newest = new Map<string, StatusFacts>();
      for (const status of data) {
        const known = newest.get(status.context);
        newest.set(status.context, {
          name: status.context,
          state: STATES.find(name => name === status.state) ?? 'error',
          description: status.description ?? undefined,
          url: status.target_url ?? undefined,
          updatedAt: status.updated_at,
          // The list begins with the newest; its own words stay, and the first time goes on back.
          ...(known && { ...known }),
          creator: status.creator?.login,
          createdAt: status.created_at,
        });
      }
      return [...newest.values()];
    });
  }

  async listAnnotations(
    checkId: number,
    signal: AbortSignal,
  ): Promise<CheckAnnotation[]> {
    return this.#read(async () => {
      const { data } = await this.#octokit.rest.checks.listAnnotations({
        ...this.#repo,
        check_run_id: checkId,
        per_page: 100,
        request: { signal },
      });
      return data.map(annotation => ({
        path: annotation.path,
        line: annotation.start_line,
        level:
          LEVELS.find(name => name === annotation.annotation_level) ?? 'notice',
        title: annotation.title ?? undefined,
        message: annotation.message ?? '',
      }));
    });
  }

  async #read<T>(read: () => Promise<T>): Promise<T> {
    try {
      return await read();
    } catch (error) {
      throw mapGithubError(error);
    }
  }
}
