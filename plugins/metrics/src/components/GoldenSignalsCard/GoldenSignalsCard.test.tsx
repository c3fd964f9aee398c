import { EntityProvider } from '@backstage/plugin-catalog-react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { GoldenSignalsResponse } from '@slipway/plugin-metrics-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { entity, response, signals, alarms } from '../../__fixtures__/metrics';
import { MetricsApi, metricsApiRef } from '../../api/MetricsApi';
import { GoldenSignalsCard } from './GoldenSignalsCard';

describe('GoldenSignalsCard', () => {
  function render(
    goldenSignals: () => Promise<GoldenSignalsResponse>,
    path = '/',
  ) {
    const api: MetricsApi = { goldenSignals, alarms: async () => alarms };
    return renderInTestApp(
      <EntityProvider entity={entity}>
        <GoldenSignalsCard />
      </EntityProvider>,
      { apis: [[metricsApiRef, api]], initialRouteEntries: [path] },
    );
  }

  it('shows current values with units and switches the environment', async () => {
    render(async () => response);
    expect(
      await screen.findByRole('group', { name: 'Requests: 12.5 req/s' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('group', { name: 'Errors: 0.2 %' }),
    ).toBeInTheDocument();
    expect(screen.getByText('250 ms')).toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: 'prod' }));
    const messages = await screen.findByRole('region', { name: 'Messages' });
    const errors = within(messages).getByRole('group', {
      name: 'Errors: 20 %',
    });
    expect(within(errors).getByText('High')).toBeInTheDocument();
  });

  it('starts with the environment of the URL', async () => {
    render(async () => response, '/?env=prod');
    expect(
      await screen.findByRole('group', { name: 'Requests: 240 req/s' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'prod' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  });

  it('shows that it loads', async () => {
    render(() => new Promise(() => {}));
    expect(
      await screen.findByRole('status', { name: 'Loading Golden signals' }),
    ).toBeInTheDocument();
  });

  it('says which annotation to add', async () => {
    render(async () => ({ environments: [], problems: [] }));
    expect(
      (await screen.findAllByText(/prometheus\.io\/service-name/)).length,
    ).toBeGreaterThan(0);
  });

  it('says that a service has sent nothing yet', async () => {
    render(async () => ({ environments: [signals('dev')], problems: [] }));
    expect(
      await screen.findByText(/has sent no HTTP or messaging metrics in dev/),
    ).toBeInTheDocument();
  });

  it('explains a failed workspace and an unusable annotation', async () => {
    render(async () => ({
      environments: [
        {
          state: 'forbidden',
          source: { upstream: 'amp', environment: 'dev', target: 'orders' },
          message: 'AMP refused',
          fix: 'Allow aps:QueryMetrics',
        },
      ],
      problems: [
        { annotation: 'a.b/c', message: 'Not a name', fix: 'Use a name' },
      ],
    }));
    expect(
      await screen.findByText(/Allow aps:QueryMetrics/),
    ).toBeInTheDocument();
    expect(screen.getByText(/Not a name/)).toBeInTheDocument();
  });

  it('keeps old values on the page and marks them', async () => {
    const [dev] = response.environments;
    render(async () => ({
      environments: [{ ...dev, state: 'stale', message: 'AMP is slow' }],
      problems: [],
    }));
    expect(await screen.findByText(/AMP is slow/)).toBeInTheDocument();
    expect(
      screen.getByRole('group', { name: 'Requests: 12.5 req/s' }),
    ).toBeInTheDocument();
  });
});
