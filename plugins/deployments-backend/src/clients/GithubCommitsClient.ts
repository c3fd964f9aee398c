import {
  GithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { InfrastructureRepository } from '@slipway/platform-common';
import { UpstreamError } from '@slipway/platform-node';
import { z } from 'zod';

/** A merged pull request that holds a commit. */
export interface CommitPullRequest {
  readonly number: number;
  readonly title: string;
}

const pullsSchema = z.array(
  z.object({
    number: z.number().int().positive(),
    title: z.string().catch(''),
    merged_at: z.string().nullish(),
    base: z.object({ ref: z.string() }).optional(),
  }),
);

const DEADLINE_MS = 5_000;

/**
 * Finds the pull request a commit of the infrastructure repository came with, with the token of
 * `integrations.github`; it needs to read pull requests.
 */
export class GithubCommitsClient {
  readonly #integrations: ScmIntegrations;
  readonly #credentials: GithubCredentialsProvider;
  readonly #repository: InfrastructureRepository;

  constructor(options: {
    integrations: ScmIntegrations;
    credentials: GithubCredentialsProvider;
    repository: InfrastructureRepository;
  }) {
    this.#integrations = options.integrations;
    this.#credentials = options.credentials;
    this.#repository = options.repository;
  }

  /**
   * @remarks https://docs.github.com/en/rest/commits/commits#list-pull-requests-associated-with-a-commit
   * @returns undefined when the commit was pushed without a pull request.
   * @throws UpstreamError
   */
  async pullRequestOf(
    commit: string,
    context: { signal: AbortSignal },
  ): Promise<CommitPullRequest | undefined> {
    const { owner, repo, branch } = this.#repository;
    const parts = ['repos', owner, repo, 'commits', commit, 'pulls'];
    const path = parts.map(encodeURIComponent).join('/');
    const parsed = pullsSchema.safeParse(await this.#get(path, context.signal));
    if (!parsed.success) {
      throw new UpstreamError(
        'misconfigured',
        'The Git host answered in an unknown form',
      );
    }
    const found = parsed.data.find(
      pull => pull.merged_at && (!pull.base || pull.base.ref === branch),
    );
    return found && { number: found.number, title: found.title };
  }

  async #get(path: string, signal: AbortSignal): Promise<unknown> {
    const { host, owner, repo } = this.#repository;
    const config = this.#integrations.github.byHost(host)?.config;
    if (!config?.apiBaseUrl) {
      throw new UpstreamError(
        'misconfigured',
        `No GitHub integration for ${host}`,
        { fix: `Add ${host} to integrations.github in app-config` },
      );
    }
    try {
      const { headers } = await this.#credentials.getCredentials({
        url: `https://${host}/${owner}/${repo}`,
      });
      const response = await fetch(`${config.apiBaseUrl}/${path}`, {
        headers: { ...headers, accept: 'application/vnd.github+json' },
        redirect: 'error',
        signal: AbortSignal.any([signal, AbortSignal.timeout(DEADLINE_MS)]),
      });
      if (!response.ok) throw fromStatus(response);
      return await response.json();
    } catch (error) {
      if (error instanceof UpstreamError) throw error;
      throw new UpstreamError('unreachable', 'The Git host did not answer', {
        cause: error,
      });
    }
  }
}

/** GitHub answers 403 both for a missing right and, with no requests left, for its rate limit. */
function fromStatus(response: Response): UpstreamError {
  const { status, headers } = response;
  const limited =
    status === 429 ||
    (status === 403 && headers.get('x-ratelimit-remaining') === '0');
  if (limited) {
    return new UpstreamError('throttled', 'The Git host limits requests');
  }
  if (status === 401 || status === 403) {
    return new UpstreamError(
      'forbidden',
      "The Git host refused Slipway's token",
      { fix: 'Check integrations.github in app-config' },
    );
  }
  return status === 404 || status === 422
    ? new UpstreamError('not_found', 'The Git host does not know the commit')
    : new UpstreamError('unreachable', `The Git host answered ${status}`);
}
