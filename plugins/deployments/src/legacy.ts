import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { deploymentsApiRef } from './api/DeploymentsApi';
import { DeploymentsClient } from './api/DeploymentsClient';
import { deploymentsContentRouteRef } from './routes';

/** The plugin for apps on the old frontend system. @public */
export const legacyDeploymentsPlugin = createPlugin({
  id: 'slipway-deployments',
  routes: { entityContent: deploymentsContentRouteRef },
  apis: [
    createApiFactory({
      api: deploymentsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new DeploymentsClient(deps),
    }),
  ],
});

/** Card for the overview of an entity. @public */
export const EntityDeploymentsCard = legacyDeploymentsPlugin.provide(
  createComponentExtension({
    name: 'EntityDeploymentsCard',
    component: {
      lazy: () =>
        import('./components/DeploymentsCard').then(m => m.DeploymentsCard),
    },
  }),
);

/** Tab of an entity; mount it at `/deployments`. @public */
export const EntityDeploymentsContent = legacyDeploymentsPlugin.provide(
  createRoutableExtension({
    name: 'EntityDeploymentsContent',
    component: () =>
      import('./components/DeploymentsContent').then(m => m.DeploymentsContent),
    mountPoint: deploymentsContentRouteRef,
  }),
);
