import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  awsClientsServiceRef,
  entityResourcesServiceRef,
  fetchEngineServiceRef,
} from '@slipway/platform-node';
import { queuesPermissions } from '@slipway/plugin-queues-common';
import { createRouter } from './router';
import { DefaultQueuesService } from './services/DefaultQueuesService';
import { createQueueSources } from './services/queueSources';

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
        awsClients: awsClientsServiceRef,
        engine: fetchEngineServiceRef,
        entityResources: entityResourcesServiceRef,
      },
      async init(deps) {
        deps.permissionsRegistry.addPermissions(queuesPermissions);
        const queues = DefaultQueuesService.create({
          entityResources: deps.entityResources,
          sources: createQueueSources(deps),
        });
        deps.httpRouter.use(createRouter({ ...deps, queues }));
      },
    });
  },
});
