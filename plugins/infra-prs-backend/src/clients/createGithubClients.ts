import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { InfrastructureRepository } from '@slipway/platform-common';
import { InfraPrsConfig } from '../config';
import { askConditionally } from './askConditionally';
import { AutoMergeStopper } from './AutoMergeStopper';
import { BranchRulesReader } from './BranchRules';
import { createOctokit } from './createOctokit';
import { FollowPerson, OctokitFollowPerson } from './FollowPerson';
import { GithubAlerts } from './GithubAlerts';
import { FollowReader } from './FollowReader';
import {
  GithubCheckDetails,
  GithubRerunnerFactory,
} from './GithubCheckDetails';
import { GithubPersonFactory } from './GithubPerson';
import { GithubReader } from './GithubReader';
import { OctokitAutoMergeStopper } from './OctokitAutoMergeStopper';
import { OctokitBranchRules } from './OctokitBranchRules';
import { OctokitFollowReader } from './OctokitFollowReader';
import { GithubTrees } from './GithubTrees';
import { OctokitGithubAlerts } from './OctokitGithubAlerts';
import { OctokitGithubPerson } from './OctokitGithubPerson';
import { OctokitGithubReader } from './OctokitGithubReader';
import { GithubTalk, GithubTalkerFactory } from './GithubTalk';
import { OctokitCheckDetails } from './OctokitCheckDetails';
import { GithubTimeline } from './GithubTimeline';
import { OctokitGithubTalk } from './OctokitGithubTalk';
import { OctokitGithubTimeline } from './OctokitGithubTimeline';
import { OctokitGithubTalker } from './OctokitGithubTalker';
import { OctokitRerunner } from './OctokitRerunner';
import { OctokitGithubTrees } from './OctokitGithubTrees';

/** Who is asked and told at GitHub, each for one purpose. */
export interface GithubClients {
  readonly reader: GithubReader;
  readonly rules: BranchRulesReader;
  readonly stopper: AutoMergeStopper;
  readonly follow: FollowReader;
  readonly trees: GithubTrees;
  readonly alerts: GithubAlerts;
  readonly talk: GithubTalk;
  readonly timeline: GithubTimeline;
  readonly checkDetails: GithubCheckDetails;
  readonly personFor: GithubPersonFactory;
  readonly followPersonFor: (token: string) => FollowPerson;
  readonly talkerFor: GithubTalkerFactory;
  readonly rerunnerFor: GithubRerunnerFactory;
}

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
): GithubClients {
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
  const own = ownOctokit();
  askConditionally(own, options.told);
  return {
    alerts: new OctokitGithubAlerts(own, repository),
    follow: new OctokitFollowReader(own, repository),
    reader: new OctokitGithubReader(own, repository, options),
    rules: new OctokitBranchRules(own, repository),
    stopper: new OctokitAutoMergeStopper(own),
    // What belongs to a commit is never asked for twice, so it needs no conditions.
    trees: new OctokitGithubTrees(
      ownOctokit(),
      repository,
      options.manifestFolders,
    ),
    talk: new OctokitGithubTalk(own, repository),
    timeline: new OctokitGithubTimeline(own, repository),
    checkDetails: new OctokitCheckDetails(own, repository),
    ...personClients(baseUrl, repository, options),
  };
}

/** The clients that act for a person, with the token they came with. */
function personClients(
  baseUrl: string,
  repository: InfrastructureRepository,
  { mergeMethod }: InfraPrsConfig,
) {
  const octokitFor = (token: string) => {
    const authorization = async () => `token ${token}`;
    return createOctokit({ baseUrl, retries: 0, authorization });
  };
  return {
    personFor: (token: string) =>
      new OctokitGithubPerson(octokitFor(token), repository, mergeMethod),
    talkerFor: (token: string) =>
      new OctokitGithubTalker(octokitFor(token), repository),
    followPersonFor: (token: string) =>
      new OctokitFollowPerson(octokitFor(token), repository),
    rerunnerFor: (token: string) =>
      new OctokitRerunner(octokitFor(token), repository),
  };
}
