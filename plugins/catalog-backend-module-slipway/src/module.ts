import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import {
  awsClientsServiceRef,
  environmentsServiceRef,
  fetchEngineServiceRef,
} from '@slipway/platform-node';
import { QueueEntityProvider } from './QueueEntityProvider';
import { QueueInventory } from './QueueInventory';
import { readQueueProviderConfig } from './readQueueProviderConfig';

/** SQS queues of all environments as Resource entities. @public */
export const catalogModuleSlipway = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'slipway',
  register(env) {
    env.registerInit({
      deps: {
        awsClients: awsClientsServiceRef,
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        engine: fetchEngineServiceRef,
        environments: environmentsServiceRef,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { schedule, defaultOwner } = readQueueProviderConfig(deps.config);
        const inventory = new QueueInventory(deps);
        for (const environment of deps.environments.list()) {
          deps.catalog.addEntityProvider(
            new QueueEntityProvider({
              environment,
              inventory,
              defaultOwner,
              logger: deps.logger,
              taskRunner: deps.scheduler.createScheduledTaskRunner(schedule),
            }),
          );
        }
      },
    });
  },
});
