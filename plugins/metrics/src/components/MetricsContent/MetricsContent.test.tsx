import { EntityProvider } from '@backstage/plugin-catalog-react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { alarms, entity, response } from '../../__fixtures__/metrics';
import { MetricsApi, metricsApiRef } from '../../api/MetricsApi';
import { MetricsContent } from './MetricsContent';

describe('MetricsContent', () => {
  function render(api: Partial<MetricsApi> = {}, path = '/') {
    const full: MetricsApi = {
      goldenSignals: async () => response,
      alarms: async () => alarms,
      ...api,
    };
    return renderInTestApp(
      <EntityProvider entity={entity}>
        <MetricsContent />
      </EntityProvider>,
      { apis: [[metricsApiRef, full]], initialRouteEntries: [path] },
    );
  }

  it('draws rate, errors and latency and lists alarms in words', async () => {
    render();
    for (const name of ['Rate, req/s', 'Errors, share of all', 'Latency']) {
      expect(await screen.findByRole('figure', { name })).toBeInTheDocument();
    }
    const row = await screen.findByRole('row', {
      name: /orders-dlq-not-empty/,
    });
    expect(row).toHaveTextContent('In alarm');
    expect(row).toHaveTextContent('Threshold crossed');
  });

  it('asks for the range of the URL, and for another when chosen', async () => {
    const goldenSignals = jest.fn(async () => response);
    render({ goldenSignals }, '/?range=6h&env=prod');
    await screen.findByRole('figure', { name: 'Rate, msg/s' });
    expect(goldenSignals).toHaveBeenLastCalledWith(
      'component:default/orders',
      '6h',
      expect.anything(),
    );
    await userEvent.click(screen.getByRole('button', { name: '24h' }));
    expect(goldenSignals).toHaveBeenLastCalledWith(
      'component:default/orders',
      '24h',
      expect.anything(),
    );
    // No flicker: the charts of the old range stay until the new ones are there.
    expect(screen.getByRole('figure', { name: 'Rate, msg/s' })).toBeVisible();
  });

  it('ignores a range in the URL that does not exist', async () => {
    const goldenSignals = jest.fn(async () => response);
    render({ goldenSignals }, '/?range=100y&env=moon');
    await screen.findByRole('figure', { name: 'Rate, req/s' });
    expect(goldenSignals).toHaveBeenCalledWith(
      'component:default/orders',
      '1h',
      expect.anything(),
    );
  });

  it('shows charts when alarms fail, and why those do', async () => {
    render({
      alarms: async () => ({
        environments: [
          {
            state: 'throttled',
            source: { upstream: 'cloudwatch', environment: 'dev' },
            message: 'AWS is throttling requests',
          },
        ],
        problems: [],
      }),
    });
    expect(await screen.findByText(/throttling requests/)).toBeInTheDocument();
    expect(screen.getByRole('figure', { name: 'Latency' })).toBeInTheDocument();
    expect(screen.queryByText(/No alarm watches/)).not.toBeInTheDocument();
  });
});
