import { EntityProvider } from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { alarms, entity, response } from './__fixtures__/metrics';
import { MetricsApi, metricsApiRef } from './api/MetricsApi';
import { EntityGoldenSignalsCard, EntityMetricsContent } from './legacy';

describe('metrics on the old frontend system', () => {
  it.each([
    ['card', <EntityGoldenSignalsCard />],
    ['tab', <EntityMetricsContent />],
  ])('mounts the %s', async (_, element) => {
    const api: MetricsApi = {
      goldenSignals: async () => response,
      alarms: async () => alarms,
    };
    await renderInTestApp(
      <TestApiProvider apis={[[metricsApiRef, api]]}>
        <EntityProvider entity={entity}>
          <Routes>
            <Route path="/" element={element} />
          </Routes>
        </EntityProvider>
      </TestApiProvider>,
    );
    expect(await screen.findAllByText('Requests')).not.toHaveLength(0);
  });
});
