import { InfrastructureRepository } from '@slipway/platform-common';
import type { Octokit } from 'octokit';
import { GithubRerunner } from './GithubCheckDetails';
import { mapPersonError } from './mapPersonError';

/** A job of GitHub Actions and its check run have the same id. */
const ACTIONS_APP = 'github-actions';

/** {@link GithubRerunner} over the REST API. */
export class OctokitRerunner implements GithubRerunner {
  readonly #octokit: Octokit;
  readonly #repo: { owner: string; repo: string };

  constructor(octokit: Octokit, repository: InfrastructureRepository) {
    this.#octokit = octokit;
    this.#repo = { owner: repository.owner, repo: repository.repo };
  }

  async rerun(
    { id, app }: { id: number; app?: string },
    signal: AbortSignal,
  ): Promise<void> {
    const { actions, checks } = this.#octokit.rest;
    const at = { ...this.#repo, request: { signal } };
    try {
      await (app === ACTIONS_APP
        ? actions.reRunJobForWorkflowRun({ ...at, job_id: id })
        : checks.rerequestRun({ ...at, check_run_id: id }));
    } catch (error) {
      throw mapPersonError(error, 'run this check again');
    }
  }
}
