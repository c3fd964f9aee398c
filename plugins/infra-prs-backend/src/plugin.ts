import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { infraPrsPermissions } from '@slipway/plugin-infra-prs-common';
import {
  entityResourcesServiceRef,
  environmentsServiceRef,
  fetchEngineServiceRef,
} from '@slipway/platform-node';
import { createChanges } from './createChanges';
import { createRouter } from './router';

/**
 * Changes of the infrastructure repository: what they do, who has to decide, and deciding.
 * @public
 */
export const infraPrsPlugin = createBackendPlugin({
  pluginId: 'slipway-infra-prs',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        engine: fetchEngineServiceRef,
        entities: entityResourcesServiceRef,
        environments: environmentsServiceRef,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        deps.permissionsRegistry.addPermissions(infraPrsPermissions);
        const services = await createChanges(deps);
        deps.httpRouter.use(createRouter({ ...deps, ...services }));
      },
    });
  },
});
