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
      deps: {
        metrics: metricsServiceRef,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
      },
      factory: ({ lifecycle, ...deps }) => {
        const engine = DefaultFetchEngine.create(deps);
        lifecycle.addShutdownHook(() => engine.stop());
        return engine;
      },
    }),
});
