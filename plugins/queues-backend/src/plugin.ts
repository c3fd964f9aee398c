import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import {
  awsClientsServiceRef,
  entityResourcesServiceRef,
  fetchEngineServiceRef,
} from '@slipway/platform-node';
import { queuesPermissions } from '@slipway/plugin-queues-common';
import { openDatabase } from './openDatabase';
import { createRouter } from './router';
import { DefaultQueuesService } from './services/DefaultQueuesService';
import { createQueueSources } from './services/queueSources';
import { startDeadLetterWatch } from './watch/startDeadLetterWatch';

/** Backend of the queues plugin. @public */
export const queuesPlugin = createBackendPlugin({
  pluginId: 'slipway-queues',
  register(env) {
    env.registerInit({
      deps: {
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        auth: coreServices.auth,
        awsClients: awsClientsServiceRef,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        logger: coreServices.logger,
        notifications: notificationService,
        scheduler: coreServices.scheduler,
        engine: fetchEngineServiceRef,
        entityResources: entityResourcesServiceRef,
      },
      async init(deps) {
        deps.permissionsRegistry.addPermissions(queuesPermissions);
        const sources = createQueueSources(deps);
        const queues = DefaultQueuesService.create({
          entityResources: deps.entityResources,
          sources,
        });
        deps.httpRouter.use(createRouter({ ...deps, queues }));
        const db = await openDatabase(deps.database);
        await startDeadLetterWatch({ ...deps, db, sources });
      },
    });
  },
});
