import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { entityResourcesServiceRef } from '@slipway/platform-node';
import { ChangeCollatorFactory } from './ChangeCollatorFactory';
import { ChangesReader } from './ChangesReader';
import { CatalogQueueEntities } from './CatalogQueueEntities';
import { QueueCollatorFactory } from './QueueCollatorFactory';
import { QueueOmitterFactory } from './QueueOmitterFactory';
import { readCollatorConfig } from './readCollatorConfig';

/** Makes queues and changes findable, with their environments and owners. @public */
export const searchModuleSlipway = createBackendModule({
  pluginId: 'search',
  moduleId: 'slipway',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        entityResources: entityResourcesServiceRef,
        indexRegistry: searchIndexRegistryExtensionPoint,
        scheduler: coreServices.scheduler,
      },
      async init({ indexRegistry, scheduler, ...deps }) {
        const { queues, changes } = readCollatorConfig(deps.config);
        const entities = new CatalogQueueEntities(deps);
        indexRegistry.addCollator({
          schedule: scheduler.createScheduledTaskRunner(queues.schedule),
          factory: new QueueCollatorFactory({ ...deps, entities }),
        });
        if (queues.replacesCatalogResults) {
          indexRegistry.addDecorator({
            factory: new QueueOmitterFactory(entities),
          });
        }
        indexRegistry.addCollator({
          schedule: scheduler.createScheduledTaskRunner(changes.schedule),
          factory: new ChangeCollatorFactory(new ChangesReader(deps)),
        });
      },
    });
  },
});
