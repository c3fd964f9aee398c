import { ScmIntegrations } from '@backstage/integration';
import { InfrastructureRepository } from '@slipway/platform-common';
import { FetchEngine, Source } from '@slipway/platform-node';
import { RevisionPullRequest } from '@slipway/plugin-deployments-common';
import {
  CommitPullRequest,
  GithubCommitsClient,
} from '../clients/GithubCommitsClient';
import { GitRepository, isSameRepository } from './gitRepository';
import { plainText } from './plainText';
import { isCommitId } from './shortRevision';

type Lookup = { readonly pullRequest?: CommitPullRequest };

/** Links from a commit to its page at the Git host and to its pull request in the portal. */
export class RevisionDetails {
  readonly #integrations: ScmIntegrations;
  readonly #repository: InfrastructureRepository;
  readonly #pullRequests: Source<string, Lookup>;

  constructor(options: {
    integrations: ScmIntegrations;
    repository: InfrastructureRepository;
    client: GithubCommitsClient;
    engine: FetchEngine;
  }) {
    this.#integrations = options.integrations;
    this.#repository = options.repository;
    this.#pullRequests = options.engine.createSource<string, Lookup>({
      upstream: 'github',
      operation: 'CommitPullRequests',
      key: commit => commit,
      target: () => options.repository.host,
      describe: commit => ({ upstream: 'github', target: commit }),
      ttl: { days: 7 },
      staleFor: { days: 365 },
      deadline: { seconds: 6 },
      load: async ([commit], context) => {
        const pullRequest = await options.client.pullRequestOf(commit, context);
        return new Map([[commit, { pullRequest }]]);
      },
    });
  }

  commitUrl(repository: GitRepository, commit: string): string | undefined {
    if (!isCommitId(commit)) return undefined;
    const { owner, repo } = repository;
    const host = isSameRepository(repository, this.#repository)
      ? this.#repository.host
      : repository.host;
    const api = this.#integrations.github.byHost(host)?.config.apiBaseUrl;
    const scheme = api?.startsWith('http://') ? 'http' : 'https';
    return `${scheme}://${host}/${owner}/${repo}/commit/${commit}`;
  }

  /** Undefined as well when the Git host cannot say: a missing link must not cost the deployment. */
  async pullRequest(
    repository: GitRepository,
    commit: string,
  ): Promise<RevisionPullRequest | undefined> {
    if (
      !isCommitId(commit) ||
      !isSameRepository(repository, this.#repository)
    ) {
      return undefined;
    }
    const { data } = await this.#pullRequests.get(commit);
    const found = data?.pullRequest;
    return (
      found && {
        number: found.number,
        title: plainText(found.title) ?? `Pull request ${found.number}`,
        url: `/infra-prs/${found.number}`,
      }
    );
  }
}
