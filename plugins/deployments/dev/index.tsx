import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendModule,
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import Box from '@mui/material/Box';
import deploymentsPlugin, { DeploymentsApi, deploymentsApiRef } from '../src';
import { absent, deployment, entity } from '../src/__fixtures__/deployments';
import { DeploymentsCard } from '../src/components/DeploymentsCard';
import { DeploymentsContent } from '../src/components/DeploymentsContent';

const fake: DeploymentsApi = {
  list: async () => ({
    deployments: [
      deployment('dev', {
        phase: 'progressing',
        summary: 'Rolling out bbbbbbb: 1 of 2 pods ready',
        health: 'Progressing',
        replicas: { ready: 1, desired: 2 },
        resources: [
          {
            kind: 'Deployment',
            name: 'orders',
            namespace: 'orders',
            status: 'Synced',
            health: 'Progressing',
            message: 'Waiting for rollout to finish',
          },
        ],
        events: [
          { time: '2026-01-02T10:00:00Z', message: 'Sync Succeeded: synced' },
        ],
      }),
      deployment('staging'),
      absent('prod'),
    ],
    problems: [],
  }),
};

const fakeApi = createFrontendModule({
  pluginId: 'slipway-deployments',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({ api: deploymentsApiRef, deps: {}, factory: () => fake }),
    }),
  ],
});

const page = PageBlueprint.make({
  params: {
    path: '/',
    title: 'Deployments of an entity',
    loader: async () => (
      <EntityProvider entity={entity}>
        <Box sx={{ p: 3 }}>
          <Box sx={{ maxWidth: 560, mb: 3 }}>
            <DeploymentsCard />
          </Box>
          <DeploymentsContent />
        </Box>
      </EntityProvider>
    ),
  },
});

createDevApp({
  features: [
    deploymentsPlugin,
    fakeApi,
    createFrontendPlugin({ pluginId: 'deployments-dev', extensions: [page] }),
  ],
});
