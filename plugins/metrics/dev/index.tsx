import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendModule,
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import Box from '@mui/material/Box';
import metricsPlugin, { MetricsApi, metricsApiRef } from '../src';
import { alarms, entity, response } from '../src/__fixtures__/metrics';
import { GoldenSignalsCard } from '../src/components/GoldenSignalsCard';
import { MetricsContent } from '../src/components/MetricsContent';

const fake: MetricsApi = {
  goldenSignals: async () => response,
  alarms: async () => alarms,
};

const fakeApi = createFrontendModule({
  pluginId: 'slipway-metrics',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({ api: metricsApiRef, deps: {}, factory: () => fake }),
    }),
  ],
});

const page = PageBlueprint.make({
  params: {
    path: '/',
    title: 'Metrics of an entity',
    loader: async () => (
      <EntityProvider entity={entity}>
        <Box sx={{ p: 3 }}>
          <Box sx={{ maxWidth: 560, mb: 3 }}>
            <GoldenSignalsCard />
          </Box>
          <MetricsContent />
        </Box>
      </EntityProvider>
    ),
  },
});

createDevApp({
  features: [
    metricsPlugin,
    fakeApi,
    createFrontendPlugin({ pluginId: 'metrics-dev', extensions: [page] }),
  ],
});
