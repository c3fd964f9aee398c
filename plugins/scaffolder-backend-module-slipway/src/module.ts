import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { scaffolderTemplatingExtensionPoint } from '@backstage/plugin-scaffolder-node/alpha';
import { readInfrastructureRepository } from '@slipway/platform-common';
import { environmentsServiceRef } from '@slipway/platform-node';
import { createCheckInfraAction } from './actions/checkInfra';
import { createDescribeRequestAction } from './actions/describeRequest';
import { createEstimateCostAction } from './actions/estimateCost';
import { createLookupRepositoryAction } from './actions/lookupRepository';
import { createRecordRequestAction } from './actions/recordRequest';
import { GitHubCaller } from './clients/GitHubCaller';
import { OctokitInfrastructureTree } from './clients/OctokitInfrastructureTree';
import { OctokitRepositoryClient } from './clients/OctokitRepositoryClient';
import { HttpRequestRecorder } from './clients/RequestRecorder';
import { createServicesRouter } from './createServicesRouter';
import { templateFilters } from './filters/templateFilters';
import { DefaultRequestService } from './services/DefaultRequestService';

/** Actions, filters and the preview of the golden paths. @public */
export const scaffolderModuleSlipway = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'slipway',
  register(reg) {
    reg.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        templating: scaffolderTemplatingExtensionPoint,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        environments: environmentsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        permissions: coreServices.permissions,
        reader: coreServices.urlReader,
      },
      async init({ actions, templating, httpRouter, ...deps }) {
        const { auth, catalog, config, discovery, environments } = deps;
        const integrations = ScmIntegrations.fromConfig(config);
        const github = GitHubCaller.create(integrations);
        const infrastructure = readInfrastructureRepository(config);
        const tree = OctokitInfrastructureTree.create({
          github,
          infrastructure,
        });
        const repositories = OctokitRepositoryClient.create(github);
        const requests = DefaultRequestService.create({
          environments,
          infrastructure,
          integrations,
          catalog,
          repositories,
        });
        const recorder = HttpRequestRecorder.create({ auth, discovery });
        actions.addActions(
          createCheckInfraAction(tree),
          createEstimateCostAction(tree),
          createDescribeRequestAction(requests),
          createLookupRepositoryAction(requests),
          createRecordRequestAction(recorder),
        );
        templating.addTemplateFilters(templateFilters);
        httpRouter.use(
          createServicesRouter({ ...deps, tree, repositories, infrastructure }),
        );
      },
    });
  },
});
