import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { environmentsServiceRef } from '../environments/environmentsServiceRef';
import { awsClientsServiceRef } from '../aws/awsClientsServiceRef';
import { fetchEngineServiceRef } from '../fetchEngine/fetchEngineServiceRef';
import { DefaultEntityResources } from './DefaultEntityResources';
import { EngineTaggedQueues } from './tags/EngineTaggedQueues';
import { EntityResources } from './types';

/** From entities to what they run on. @public */
export const entityResourcesServiceRef = createServiceRef<EntityResources>({
  id: 'slipway.entity-resources',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {
        catalog: catalogServiceRef,
        environments: environmentsServiceRef,
        awsClients: awsClientsServiceRef,
        engine: fetchEngineServiceRef,
      },
      factory: deps =>
        DefaultEntityResources.create({
          ...deps,
          taggedQueues: new EngineTaggedQueues(deps),
        }),
    }),
});
