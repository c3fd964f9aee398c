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
import { createPathActions } from './actions/createPathActions';
import { createEstimateCostAction } from './actions/estimateCost';
import { warmChecks } from './check/warmChecks';
import { GitHubCaller } from './clients/GitHubCaller';
import { infrastructureTreeServiceRef } from './clients/infrastructureTreeServiceRef';
import { OctokitRepositoryClient } from './clients/OctokitRepositoryClient';
import { createServicesRouter } from './createServicesRouter';
import { templateFilters } from './filters/templateFilters';
import { servicePermissions } from './permissions';

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
        lifecycle: coreServices.lifecycle,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        reader: coreServices.urlReader,
        tree: infrastructureTreeServiceRef,
      },
      async init({ actions, templating, httpRouter, ...deps }) {
        const { config, permissionsRegistry, tree } = deps;
        const integrations = ScmIntegrations.fromConfig(config);
        const infrastructure = readInfrastructureRepository(config);
        const repositories = OctokitRepositoryClient.create(
          GitHubCaller.create(integrations),
        );
        const shared = { ...deps, infrastructure, integrations, repositories };
        permissionsRegistry.addPermissions(servicePermissions);
        actions.addActions(
          ...createPathActions(shared),
          createCheckInfraAction(tree),
          createEstimateCostAction(tree),
        );
        deps.lifecycle.addStartupHook(warmChecks);
        templating.addTemplateFilters(templateFilters);
        httpRouter.use(createServicesRouter(shared));
      },
    });
  },
});
