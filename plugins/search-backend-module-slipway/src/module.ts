import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { entityResourcesServiceRef } from '@slipway/platform-node';
import { CatalogQueueEntities } from './CatalogQueueEntities';
import { QueueCollatorFactory } from './QueueCollatorFactory';
import { QueueOmitterFactory } from './QueueOmitterFactory';
import { readQueueCollatorConfig } from './readQueueCollatorConfig';

/** Makes queues findable, with their environment and owner. @public */
export const searchModuleSlipway = createBackendModule({
  pluginId: 'search',
  moduleId: 'slipway',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        entityResources: entityResourcesServiceRef,
        indexRegistry: searchIndexRegistryExtensionPoint,
        scheduler: coreServices.scheduler,
      },
      async init({ indexRegistry, scheduler, ...deps }) {
        const { schedule, replacesCatalogResults } = readQueueCollatorConfig(
          deps.config,
        );
        const entities = new CatalogQueueEntities(deps);
        indexRegistry.addCollator({
          schedule: scheduler.createScheduledTaskRunner(schedule),
          factory: new QueueCollatorFactory({ ...deps, entities }),
        });
        if (replacesCatalogResults) {
          indexRegistry.addDecorator({
            factory: new QueueOmitterFactory(entities),
          });
        }
      },
    });
  },
});
