import { discoveryApiRef, fetchApiRef } from '@backstage/core-plugin-api';
import {
  ApiBlueprint,
  createFrontendPlugin,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { deploymentsApiRef } from './api/DeploymentsApi';
import { DeploymentsClient } from './api/DeploymentsClient';
import {
  isDeploymentsAvailable,
  isDeploymentsExpected,
} from './isDeploymentsAvailable';
import { deploymentsContentRouteRef } from './routes';

const api = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: deploymentsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new DeploymentsClient(deps),
    }),
});

const deploymentsCard = EntityCardBlueprint.make({
  name: 'deployments',
  params: {
    type: 'content',
    filter: isDeploymentsAvailable,
    loader: () =>
      import('./components/DeploymentsCard').then(m => <m.DeploymentsCard />),
  },
});

const deploymentsContent = EntityContentBlueprint.make({
  name: 'deployments',
  params: {
    path: '/deployments',
    title: 'Deployments',
    routeRef: deploymentsContentRouteRef,
    filter: isDeploymentsExpected,
    loader: () =>
      import('./components/DeploymentsContent').then(m => (
        <m.DeploymentsContent />
      )),
  },
});

/** What runs where, on entity pages. @public */
export const deploymentsPlugin = createFrontendPlugin({
  pluginId: 'slipway-deployments',
  title: 'Deployments',
  info: { packageJson: () => import('../package.json') },
  routes: { entityContent: deploymentsContentRouteRef },
  extensions: [api, deploymentsCard, deploymentsContent],
});
