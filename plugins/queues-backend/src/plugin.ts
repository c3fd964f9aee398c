import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import {
  awsClientsServiceRef,
  entityResourcesServiceRef,
  environmentsServiceRef,
  fetchEngineServiceRef,
} from '@slipway/platform-node';
import { queuesPermissions } from '@slipway/plugin-queues-common';
import { readQueuesConfig } from './config';
import { createReadSide } from './createReadSide';
import { createReadRouter } from './readRouter';
import { createRouter } from './router';
import { openDatabase } from './openDatabase';
import { startDeadLetterWatch } from './watch/startDeadLetterWatch';

/** Backend of the queues plugin. @public */
export const queuesPlugin = createBackendPlugin({
  pluginId: 'slipway-queues',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        awsClients: awsClientsServiceRef,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        engine: fetchEngineServiceRef,
        entityResources: entityResourcesServiceRef,
        environments: environmentsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
      },
      async init({ config, ...services }) {
        const deps = { ...services, config: readQueuesConfig(config) };
        deps.permissionsRegistry.addPermissions(queuesPermissions);
        const read = createReadSide(deps);
        // Each part adds its router here: what acts, what watches.
        deps.httpRouter.use(
          createRouter([createReadRouter({ ...deps, ...read })]),
        );
        const db = await openDatabase(deps.database);
        await startDeadLetterWatch({ ...deps, ...read, db });
      },
    });
  },
});
