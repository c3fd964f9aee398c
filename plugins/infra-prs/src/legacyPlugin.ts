import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { infraPrsApiRef } from './api/InfraPrsApi';
import { InfraPrsClient } from './api/InfraPrsClient';
import {
  changeRouteRef,
  createSomethingRouteRef,
  entityContentRouteRef,
  rootRouteRef,
  templateRouteRef,
} from './routes';

/** The plugin for apps on the old frontend system. @public */
export const infraPrsPlugin = createPlugin({
  id: 'slipway-infra-prs',
  routes: {
    root: rootRouteRef,
    change: changeRouteRef,
    entityContent: entityContentRouteRef,
  },
  externalRoutes: {
    create: createSomethingRouteRef,
    template: templateRouteRef,
  },
  apis: [
    createApiFactory({
      api: infraPrsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new InfraPrsClient(deps),
    }),
  ],
});

/** Page, to be mounted at `/infra-prs`. @public */
export const InfraPrsPage = infraPrsPlugin.provide(
  createRoutableExtension({
    name: 'InfraPrsPage',
    component: () =>
      import('./components/LegacyChangesPage').then(m => m.LegacyChangesPage),
    mountPoint: rootRouteRef,
  }),
);

/** Tab of an entity, to be mounted at `/changes`. @public */
export const EntityInfraPrsContent = infraPrsPlugin.provide(
  createRoutableExtension({
    name: 'EntityInfraPrsContent',
    component: () =>
      import('./components/EntityChanges/EntityChangesContent').then(
        m => m.EntityChangesContent,
      ),
    mountPoint: entityContentRouteRef,
  }),
);

/** Card of an entity's overview. @public */
export const EntityOpenChangesCard = infraPrsPlugin.provide(
  createComponentExtension({
    name: 'EntityOpenChangesCard',
    component: {
      lazy: () =>
        import('./components/EntityChanges/EntityOpenChangesCard').then(
          m => m.EntityOpenChangesCard,
        ),
    },
  }),
);
