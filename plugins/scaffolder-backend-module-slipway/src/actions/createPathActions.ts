import {
  AuthService,
  DiscoveryService,
  PermissionsService,
  RootConfigService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { createPublishGithubPullRequestAction } from '@backstage/plugin-scaffolder-backend-module-github';
import { InfrastructureRepository } from '@slipway/platform-common';
import { Environments } from '@slipway/platform-node';
import { InfrastructureTree } from '../clients/InfrastructureTree';
import { RepositoryClient } from '../clients/RepositoryClient';
import { HttpRequestRecorder } from '../clients/RequestRecorder';
import { CatalogPartSources } from '../render/CatalogPartSources';
import { RequestRenderer } from '../render/RequestRenderer';
import { createDescribers } from '../services/createDescribers';
import { DefaultRequestService } from '../services/DefaultRequestService';
import { createDescribeRequestAction } from './describeRequest';
import { createLookupRepositoryAction } from './lookupRepository';
import { createOpenRequestAction } from './openRequest';
import { createRenderInfrastructureAction } from './renderInfrastructure';

export interface PathActionsOptions {
  readonly auth: AuthService;
  readonly catalog: CatalogService;
  readonly config: RootConfigService;
  readonly discovery: DiscoveryService;
  readonly environments: Environments;
  readonly permissions: PermissionsService;
  readonly reader: UrlReaderService;
  readonly tree: InfrastructureTree;
  readonly infrastructure: InfrastructureRepository;
  readonly integrations: ScmIntegrations;
  readonly repositories: RepositoryClient;
}

/** The actions that every golden path is made of. */
export function createPathActions(options: PathActionsOptions) {
  const { auth, catalog, config, discovery, reader } = options;
  const { infrastructure, integrations, repositories } = options;
  const requests = DefaultRequestService.create({
    describers: createDescribers({
      ...options,
      apiBaseUrl: integrations.github.byHost(infrastructure.host)?.config
        .apiBaseUrl,
    }),
    infrastructure,
    repositories,
  });
  const renderer = new RequestRenderer({
    parts: new CatalogPartSources({ catalog, reader }),
    tree: options.tree,
  });
  return [
    createDescribeRequestAction(requests),
    createLookupRepositoryAction(requests),
    createRenderInfrastructureAction(renderer),
    createOpenRequestAction({
      publish: createPublishGithubPullRequestAction({
        integrations,
        githubCredentialsProvider:
          DefaultGithubCredentialsProvider.fromIntegrations(integrations),
        config,
      }),
      repositories,
      tree: options.tree,
      recorder: HttpRequestRecorder.create({ auth, discovery }),
    }),
  ];
}
