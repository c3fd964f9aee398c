import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { environmentsServiceRef } from '../environments/environmentsServiceRef';
import { DefaultEntityResources } from './DefaultEntityResources';
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
      },
      factory: deps => DefaultEntityResources.create(deps),
    }),
});
