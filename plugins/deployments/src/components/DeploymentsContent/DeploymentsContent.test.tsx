import { EntityProvider } from '@backstage/plugin-catalog-react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { DeploymentsResponse } from '@slipway/plugin-deployments-common';
import { screen } from '@testing-library/react';
import { deployment, entity } from '../../__fixtures__/deployments';
import { deploymentsApiRef } from '../../api/DeploymentsApi';
import { refreshAfter } from '../../hooks/useDeployments';
import { DeploymentsContent } from './DeploymentsContent';

describe('DeploymentsContent', () => {
  function render(list: () => Promise<DeploymentsResponse>) {
    return renderInTestApp(
      <EntityProvider entity={entity}>
        <DeploymentsContent />
      </EntityProvider>,
      { apis: [[deploymentsApiRef, { list }]] },
    );
  }

  it('shows facts, what needs a look, events, history and the console link', async () => {
    render(async () => ({
      deployments: [
        deployment('dev', {
          phase: 'degraded',
          summary: 'Not healthy: 1 of 2 pods ready',
          replicas: { ready: 1, desired: 2 },
          resources: [
            {
              kind: 'Deployment',
              name: 'orders',
              namespace: 'orders',
              health: 'Degraded',
              message: 'crash loop',
            },
          ],
          events: [
            { time: '2026-01-02T10:00:00Z', message: 'Sync Succeeded: done' },
          ],
        }),
      ],
      problems: [],
    }));
    expect(
      await screen.findByText('Not healthy: 1 of 2 pods ready'),
    ).toBeInTheDocument();
    expect(screen.getByText('1 of 2 ready')).toBeInTheDocument();
    expect(
      screen.getByText('registry.example/orders:1.2.3'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('row', { name: /Deployment orders\/orders/ }),
    ).toHaveTextContent('crash loop');
    expect(
      screen.getByRole('row', { name: /Sync Succeeded/ }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('row', { name: /Automatic sync/ }),
    ).toHaveTextContent('Olivia Ortega');
    expect(
      screen.getByRole('link', { name: /Open in Argo CD/ }),
    ).toHaveAttribute(
      'href',
      'https://argo.example/applications/argocd/orders',
    );
  });

  it('shows a failure of the backend', async () => {
    render(async () => {
      throw new Error('backend is away');
    });
    const words = await screen.findAllByText(/backend is away/, undefined, {
      timeout: 8_000,
    });
    expect(words.length).toBeGreaterThan(0);
  }, 15_000);

  it('refreshes sooner while something is rolling out', () => {
    const of = (...deployments: DeploymentsResponse['deployments']) =>
      refreshAfter({ deployments, problems: [] });
    expect(of(deployment('dev'))).toBe(10_000);
    expect(of(deployment('dev', { phase: 'progressing' }))).toBe(5_000);
    expect(refreshAfter(undefined)).toBe(10_000);
  });
});
