import { Config } from '@backstage/config';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { readInfrastructureRepository } from '@slipway/platform-common';
import {
  ArgoClients,
  AwsClients,
  EntityResources,
  Environments,
  FetchEngine,
} from '@slipway/platform-node';
import { ArgoApplicationsClient } from './clients/ArgoApplicationsClient';
import { EcsServicesClient } from './clients/EcsServicesClient';
import { GithubCommitsClient } from './clients/GithubCommitsClient';
import { ArgoDeployments } from './services/argo/ArgoDeployments';
import { ArgoRevisions } from './services/argo/ArgoRevisions';
import { createArgoSources } from './services/argo/createArgoSources';
import { DefaultDeploymentsService } from './services/DefaultDeploymentsService';
import { DeploymentsService } from './services/DeploymentsService';
import { createEcsSources } from './services/ecs/createEcsSources';
import { EcsDeployments } from './services/ecs/EcsDeployments';
import { RevisionDetails } from './services/RevisionDetails';

/** Puts the clients, their cached reads and the rules together. */
export function createDeploymentsService(deps: {
  config: Config;
  resources: EntityResources;
  environments: Environments;
  engine: FetchEngine;
  argo: ArgoClients;
  aws: AwsClients;
}): DeploymentsService {
  const { config, engine, environments, resources } = deps;
  const integrations = ScmIntegrations.fromConfig(config);
  const repository = readInfrastructureRepository(config);
  const details = new RevisionDetails({
    integrations,
    repository,
    engine,
    client: new GithubCommitsClient({
      integrations,
      repository,
      credentials:
        DefaultGithubCredentialsProvider.fromIntegrations(integrations),
    }),
  });
  const client = new ArgoApplicationsClient(deps.argo);
  const sources = createArgoSources(engine, client);
  return DefaultDeploymentsService.create({
    resources,
    environments,
    argo: new ArgoDeployments({
      client,
      sources,
      environments,
      revisions: new ArgoRevisions(sources, details),
    }),
    ecs: new EcsDeployments(
      createEcsSources(engine, new EcsServicesClient(deps.aws)),
    ),
  });
}
