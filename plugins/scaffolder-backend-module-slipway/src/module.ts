import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { scaffolderTemplatingExtensionPoint } from '@backstage/plugin-scaffolder-node/alpha';
import { environmentsServiceRef } from '@slipway/platform-node';
import { createCheckInfraAction } from './actions/checkInfra';
import { createPathActions } from './actions/createPathActions';
import { infrastructureTreeServiceRef } from './clients/infrastructureTreeServiceRef';
import { templateFilters } from './filters/templateFilters';
import { HttpDryRunClient } from './preview/DryRunClient';
import { DefaultPreviewService } from './preview/DefaultPreviewService';
import { LocationTemplateSource } from './preview/TemplateSource';
import { createRouter } from './router';
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
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        reader: coreServices.urlReader,
        tree: infrastructureTreeServiceRef,
      },
      async init({ actions, templating, httpRouter, ...deps }) {
        const { auth, catalog, discovery } = deps;
        deps.permissionsRegistry.addPermissions(servicePermissions);
        actions.addActions(
          ...createPathActions(deps),
          createCheckInfraAction(deps.tree),
        );
        templating.addTemplateFilters(templateFilters);
        const previews = DefaultPreviewService.create({
          catalog,
          templates: LocationTemplateSource.create(deps.reader),
          dryRuns: HttpDryRunClient.create({ auth, discovery }),
        });
        httpRouter.use(createRouter({ ...deps, previews }));
      },
    });
  },
});
