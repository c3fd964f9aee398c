import { RequestError } from 'octokit';
import { GitHubCaller } from './GitHubCaller';
import {
  OpenPullRequest,
  RepositoryClient,
  RepositoryRef,
  RepositoryState,
} from './RepositoryClient';

/** Through GitHub's REST API. */
export class OctokitRepositoryClient implements RepositoryClient {
  readonly #github: GitHubCaller;

  static create(github: GitHubCaller): OctokitRepositoryClient {
    return new OctokitRepositoryClient(github);
  }

  private constructor(github: GitHubCaller) {
    this.#github = github;
  }

  async getState(repository: RepositoryRef): Promise<RepositoryState> {
    return this.#github.call(repository, async (octokit, { owner, repo }) => {
      try {
        const { data } = await octokit.rest.repos.listCommits({
          owner,
          repo,
          per_page: 100,
        });
        return {
          exists: true,
          empty: data.length === 0,
          commitMessages: data.map(({ commit }) => commit.message),
        };
      } catch (error) {
        if (isStatus(error, 404)) {
          return { exists: false, empty: true, commitMessages: [] };
        }
        // GitHub's answer for a repository without a single commit.
        if (isStatus(error, 409)) {
          return { exists: true, empty: true, commitMessages: [] };
        }
        throw error;
      }
    });
  }

  async findOpenPullRequest(
    repository: RepositoryRef,
    branch: string,
  ): Promise<OpenPullRequest | undefined> {
    return this.#github.call(repository, async (octokit, { owner, repo }) => {
      const { data } = await octokit.rest.pulls.list({
        owner,
        repo,
        state: 'open',
        head: `${owner}:${branch}`,
        per_page: 1,
      });
      return data
        .map(({ number, html_url: url, body }) => ({
          number,
          url,
          body: body ?? '',
        }))
        .at(0);
    });
  }

  async setPullRequestBody(
    repository: RepositoryRef,
    number: number,
    body: string,
  ): Promise<void> {
    await this.#github.call(repository, (octokit, { owner, repo }) =>
      octokit.rest.pulls.update({ owner, repo, pull_number: number, body }),
    );
  }
}

function isStatus(error: unknown, status: number): boolean {
  return error instanceof RequestError && error.status === status;
}
