import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { InfrastructureRepository } from '@slipway/platform-common';
import { InfraPrsConfig } from '../config';
import { askConditionally } from './askConditionally';
import { createOctokit } from './createOctokit';
import { FollowPerson, OctokitFollowPerson } from './FollowPerson';
import { FollowReader } from './FollowReader';
import { GithubPersonFactory } from './GithubPerson';
import { GithubReader } from './GithubReader';
import { OctokitFollowReader } from './OctokitFollowReader';
import { GithubTrees } from './GithubTrees';
import { OctokitGithubPerson } from './OctokitGithubPerson';
import { OctokitGithubReader } from './OctokitGithubReader';
import { OctokitGithubTrees } from './OctokitGithubTrees';

/**
 * The clients of the configured repository: reads with the integration's credentials, actions with a person's own.
 *
 * @throws InputError when `integrations.github` does not know the repository's host.
 */
export function createGithubClients(
  config: Config,
  repository: InfrastructureRepository,
  options: InfraPrsConfig & {
    /** Is told of each read, and whether GitHub said that nothing had changed. */
    readonly told?: (outcome: 'read' | 'unchanged') => void;
  },
): {
  reader: GithubReader;
  follow: FollowReader;
  trees: GithubTrees;
  personFor: GithubPersonFactory;
  followPersonFor: (token: string) => FollowPerson;
} {
  const integrations = ScmIntegrations.fromConfig(config);
  const baseUrl = integrations.github.byHost(repository.host)?.config
    .apiBaseUrl;
  if (!baseUrl) {
    throw new InputError(
      `Config key 'integrations.github' has no entry for '${repository.host}', where 'slipway.infrastructure.repo' is`,
    );
  }
  const provider =
    DefaultGithubCredentialsProvider.fromIntegrations(integrations);
  const url = `https://${repository.host}/${repository.owner}/${repository.repo}`;
  const ownOctokit = () =>
    createOctokit({
      baseUrl,
      retries: 1,
      authorization: async () =>
        (await provider.getCredentials({ url })).headers?.Authorization,
    });
  const asPerson = (token: string) =>
    createOctokit({
      baseUrl,
      retries: 0,
      authorization: async () => `token ${token}`,
    });
  const own = ownOctokit();
  askConditionally(own, options.told);
  return {
    follow: new OctokitFollowReader(own, repository),
    reader: new OctokitGithubReader(own, repository, options),
    // What belongs to a commit is never asked for twice, so it needs no conditions.
    trees: new OctokitGithubTrees(
      ownOctokit(),
      repository,
      options.manifestFolders,
    ),
    personFor: token =>
      new OctokitGithubPerson(asPerson(token), repository, options.mergeMethod),
    followPersonFor: token =>
      new OctokitFollowPerson(asPerson(token), repository),
  };
}
