import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { metricsApiRef } from './api/MetricsApi';
import { MetricsClient } from './api/MetricsClient';
import { metricsContentRouteRef } from './routes';

/** The plugin for apps on the old frontend system. @public */
export const legacyMetricsPlugin = createPlugin({
  id: 'slipway-metrics',
  routes: { entityContent: metricsContentRouteRef },
  apis: [
    createApiFactory({
      api: metricsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new MetricsClient(deps),
    }),
  ],
});

/** Card for the overview of an entity. @public */
export const EntityGoldenSignalsCard = legacyMetricsPlugin.provide(
  createComponentExtension({
    name: 'EntityGoldenSignalsCard',
    component: {
      lazy: () =>
        import('./components/GoldenSignalsCard').then(m => m.GoldenSignalsCard),
    },
  }),
);

/** Tab of an entity; mount it at `/metrics`. @public */
export const EntityMetricsContent = legacyMetricsPlugin.provide(
  createRoutableExtension({
    name: 'EntityMetricsContent',
    component: () =>
      import('./components/MetricsContent').then(m => m.MetricsContent),
    mountPoint: metricsContentRouteRef,
  }),
);
