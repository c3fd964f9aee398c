import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  awsClientsServiceRef,
  entityResourcesServiceRef,
  environmentsServiceRef,
  fetchEngineServiceRef,
} from '@slipway/platform-node';
import { queuesPermissions } from '@slipway/plugin-queues-common';
import { registerQueueActions } from './actions/registerQueueActions';
import { createActRouter } from './actRouter';
import { readQueuesConfig } from './config';
import { createActSide } from './createActSide';
import { createReadSide } from './createReadSide';
import { openDatabase } from './openDatabase';
import { createReadRouter } from './readRouter';
import { createRouter } from './router';
import { startDeadLetterWatch } from './watch/startDeadLetterWatch';

/** Backend of the queues plugin. @public */
export const queuesPlugin = createBackendPlugin({
  pluginId: 'slipway-queues',
  register(env) {
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
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
      async init({ config, ...services }) {
        const deps = { ...services, config: readQueuesConfig(config) };
        deps.permissionsRegistry.addPermissions(queuesPermissions);
        const db = await openDatabase(deps.database);
        const read = await createReadSide({ ...deps, db });
        const act = await createActSide({ ...deps, ...read, db });
        // Each part adds its router here: what acts, what watches.
        deps.httpRouter.use(
          createRouter([
            createReadRouter({ ...deps, ...read }),
            createActRouter({ ...deps, ...act }),
          ]),
        );
        registerQueueActions({ ...deps, ...read, ...act });
        await startDeadLetterWatch({ ...deps, ...read, db });
      },
    });
  },
});
