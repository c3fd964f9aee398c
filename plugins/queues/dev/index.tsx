import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendModule,
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import Box from '@mui/material/Box';
import queuesPlugin, { queuesApiRef } from '../src';
import { QueuesCard } from '../src/components/QueuesCard';
import { QueuesContent } from '../src/components/QueuesContent';
import { fakeQueuesApi } from './fakeQueuesApi';
import { entity } from './fixtures';

const fakeApi = createFrontendModule({
  pluginId: 'slipway-queues',
  extensions: [
    ApiBlueprint.make({
      params: define =>
        define({ api: queuesApiRef, deps: {}, factory: () => fakeQueuesApi }),
    }),
  ],
});

const page = PageBlueprint.make({
  params: {
    path: '/catalog/:namespace/:kind/:name',
    title: 'Queues of an entity',
    routeRef: entityRouteRef,
    loader: async () => (
      <EntityProvider entity={entity}>
        <Box sx={{ p: 3 }}>
          <Box sx={{ maxWidth: 760, mb: 3 }}>
            <QueuesCard />
          </Box>
          <QueuesContent />
        </Box>
      </EntityProvider>
    ),
  },
});

const catalog = ApiBlueprint.make({
  name: 'catalog',
  params: define =>
    define({
      api: catalogApiRef,
      deps: {},
      factory: () => catalogApiMock({ entities: [entity] }),
    }),
});

createDevApp({
  features: [
    queuesPlugin,
    fakeApi,
    createFrontendPlugin({
      pluginId: 'catalog',
      extensions: [page, catalog],
    }),
  ],
});
