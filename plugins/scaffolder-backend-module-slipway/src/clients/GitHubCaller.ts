import { InputError } from '@backstage/errors';
import {
  DefaultGithubCredentialsProvider,
  GithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { Octokit } from 'octokit';
import { mapGitHubError } from './mapGitHubError';
import { RepositoryRef } from './RepositoryClient';

const DEADLINE_MS = 10_000;

/** Calls GitHub's REST API, https://docs.github.com/en/rest, with the credentials of `integrations.github`. */
export class GitHubCaller {
  readonly #integrations: ScmIntegrations;
  readonly #credentials: GithubCredentialsProvider;

  static create(integrations: ScmIntegrations): GitHubCaller {
    return new GitHubCaller(
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

  /** @throws UpstreamError; InputError when the host is not in config. */
  async call<T>(
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
