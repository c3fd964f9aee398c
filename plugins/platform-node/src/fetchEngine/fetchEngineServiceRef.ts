import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { DefaultFetchEngine } from './DefaultFetchEngine';
import { FetchEngine } from './types';

/** The fetch engine of a plugin. @public */
export const fetchEngineServiceRef = createServiceRef<FetchEngine>({
  id: 'slipway.fetch-engine',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { metrics: metricsServiceRef, logger: coreServices.logger },
      factory: deps => DefaultFetchEngine.create(deps),
    }),
});
