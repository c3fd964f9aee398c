import {
  coreServices,
  createServiceFactory,
  createServiceRef,
  RootConfigService,
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
        cache: coreServices.cache,
        config: coreServices.rootConfig,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
      },
      factory: ({ cache, config, lifecycle, ...deps }) => {
        const engine = DefaultFetchEngine.create({
          ...deps,
          sharedCache: isShared(config) ? cache : undefined,
        });
        lifecycle.addShutdownHook(() => engine.stop());
        return engine;
      },
    }),
});

/** A cache in memory is seen by this replica only, which has its own already. */
function isShared(config: RootConfigService): boolean {
  const store = config.getOptionalString('backend.cache.store') ?? 'memory';
  return store !== 'memory';
}
