import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { queuesApiRef } from './api/QueuesApi';
import { QueuesClient } from './api/QueuesClient';
import {
  queuesBoardRouteRef,
  queuesContentRouteRef,
  templateRouteRef,
} from './routes';

/** The plugin for apps on the old frontend system. @public */
export const legacyQueuesPlugin = createPlugin({
  id: 'slipway-queues',
  routes: {
    root: queuesBoardRouteRef,
    entityContent: queuesContentRouteRef,
  },
  externalRoutes: { template: templateRouteRef },
  apis: [
    createApiFactory({
      api: queuesApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new QueuesClient(deps),
    }),
  ],
});

/** Card for the overview of an entity page. @public */
export const EntityQueuesCard = legacyQueuesPlugin.provide(
  createComponentExtension({
    name: 'EntityQueuesCard',
    component: {
      lazy: () => import('./components/QueuesCard').then(m => m.QueuesCard),
    },
  }),
);

/** The board of all queues. @public */
export const QueuesPage = legacyQueuesPlugin.provide(
  createRoutableExtension({
    name: 'QueuesPage',
    component: () =>
      import('./components/QueuesBoard').then(m => m.LegacyQueuesBoardPage),
    mountPoint: queuesBoardRouteRef,
  }),
);

/** Tab of an entity page. @public */
export const EntityQueuesContent = legacyQueuesPlugin.provide(
  createRoutableExtension({
    name: 'EntityQueuesContent',
    component: () =>
      import('./components/QueuesContent').then(m => m.QueuesContent),
    mountPoint: queuesContentRouteRef,
  }),
);
