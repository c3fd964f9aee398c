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
import { createInventorySources } from './inventory/createInventorySources';
import { QueueInventory } from './inventory/QueueInventory';
import { QueueEntityProvider } from './QueueEntityProvider';
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
        const config = readQueueProviderConfig(deps.config);
        const sources = createInventorySources({ ...deps, ...config });
        for (const environment of deps.environments.list()) {
          deps.catalog.addEntityProvider(
            new QueueEntityProvider({
              environment,
              config,
              inventory: new QueueInventory(sources, message =>
                deps.logger.warn(message),
              ),
              logger: deps.logger,
              taskRunner: deps.scheduler.createScheduledTaskRunner(
                config.schedule,
              ),
            }),
          );
        }
      },
    });
  },
});
