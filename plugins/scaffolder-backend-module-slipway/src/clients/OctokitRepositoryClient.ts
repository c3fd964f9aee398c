import { InputError } from '@backstage/errors';
import {
  DefaultGithubCredentialsProvider,
  GithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { Octokit, RequestError } from 'octokit';
import { mapGitHubError } from './mapGitHubError';
import {
  OpenPullRequest,
  RepositoryClient,
  RepositoryRef,
  RepositoryState,
} from './RepositoryClient';

const DEADLINE_MS = 10_000;

/** Reads through GitHub's REST API, https://docs.github.com/en/rest, with the credentials of `integrations.github`. */
export class OctokitRepositoryClient implements RepositoryClient {
  readonly #integrations: ScmIntegrations;
  readonly #credentials: GithubCredentialsProvider;

  static create(integrations: ScmIntegrations): OctokitRepositoryClient {
    return new OctokitRepositoryClient(
      integrations,
      DefaultGithubCredentialsProvider.fromIntegrations(integrations),
    );
  }

  private constructor(
    integrations: ScmIntegrations,
    credentials: GithubCredentialsProvider,
  ) {
    this.#integrations = integrations;
    this.#credentials = credentials;
  }

  async getState(repository: RepositoryRef): Promise<RepositoryState> {
    return this.#call(repository, async (octokit, { owner, repo }) => {
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

  async pathExists(
    repository: RepositoryRef,
    branch: string,
    path: string,
  ): Promise<boolean> {
    return this.#call(repository, async (octokit, { owner, repo }) => {
      try {
        await octokit.rest.repos.getContent({ owner, repo, path, ref: branch });
        return true;
      } catch (error) {
        if (isStatus(error, 404)) return false;
        throw error;
      }
    });
  }

  async findOpenPullRequest(
    repository: RepositoryRef,
    branch: string,
  ): Promise<OpenPullRequest | undefined> {
    return this.#call(repository, async (octokit, { owner, repo }) => {
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

  async #call<T>(
    repository: RepositoryRef,
    read: (octokit: Octokit, repository: RepositoryRef) => Promise<T>,
  ): Promise<T> {
    const { host, owner, repo } = repository;
    const integration = this.#integrations.github.byHost(host);
    if (!integration) {
      throw new InputError(`Config has no integrations.github for ${host}`);
    }
    try {
      const { token } = await this.#credentials.getCredentials({
        url: `https://${host}/${owner}/${repo}`,
      });
      const octokit = new Octokit({
        auth: token,
        baseUrl: integration.config.apiBaseUrl,
        throttle: { enabled: false },
        request: { retries: 1, signal: AbortSignal.timeout(DEADLINE_MS) },
      });
      return await read(octokit, repository);
    } catch (error) {
      throw mapGitHubError(error, host);
    }
  }
}

function isStatus(error: unknown, status: number): boolean {
  return error instanceof RequestError && error.status === status;
}
