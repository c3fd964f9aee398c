import { discoveryApiRef, fetchApiRef } from '@backstage/core-plugin-api';
import {
  ApiBlueprint,
  createFrontendPlugin,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { metricsApiRef } from './api/MetricsApi';
import { MetricsClient } from './api/MetricsClient';
import { isMetricsAvailable, isMetricsExpected } from './isMetricsAvailable';
import { metricsContentRouteRef } from './routes';

const api = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: metricsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new MetricsClient(deps),
    }),
});

const goldenSignalsCard = EntityCardBlueprint.make({
  name: 'golden-signals',
  params: {
    type: 'content',
    filter: isMetricsAvailable,
    loader: () =>
      import('./components/GoldenSignalsCard').then(m => (
        <m.GoldenSignalsCard />
      )),
  },
});

const metricsContent = EntityContentBlueprint.make({
  name: 'metrics',
  params: {
    path: '/metrics',
    title: 'Metrics',
    routeRef: metricsContentRouteRef,
    filter: isMetricsExpected,
    loader: () =>
      import('./components/MetricsContent').then(m => <m.MetricsContent />),
  },
});

/** Golden signals and alarms on entity pages. @public */
export const metricsPlugin = createFrontendPlugin({
  pluginId: 'slipway-metrics',
  title: 'Metrics',
  info: { packageJson: () => import('../package.json') },
  routes: { entityContent: metricsContentRouteRef },
  extensions: [api, goldenSignalsCard, metricsContent],
});
