import { EntityProvider } from '@backstage/plugin-catalog-react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { DeploymentsResponse } from '@slipway/plugin-deployments-common';
import { screen, within } from '@testing-library/react';
import { absent, deployment, entity } from '../../__fixtures__/deployments';
import { deploymentsApiRef } from '../../api/DeploymentsApi';
import { DeploymentsCard } from './DeploymentsCard';

describe('DeploymentsCard', () => {
  function render(list: () => Promise<DeploymentsResponse>) {
    return renderInTestApp(
      <EntityProvider entity={entity}>
        <DeploymentsCard />
      </EntityProvider>,
      { apis: [[deploymentsApiRef, { list }]] },
    );
  }

  it('has a row per environment with state, commit and pull request', async () => {
    render(async () => ({
      deployments: [deployment('dev'), absent('prod')],
      problems: [],
    }));
    const [dev, prod] = await screen.findAllByRole('listitem');
    expect(dev).toHaveTextContent('Healthy');
    expect(dev).toHaveTextContent('Live matches main@bbbbbbb');
    expect(within(dev).getByRole('link', { name: /bbbbbbb/ })).toHaveAttribute(
      'href',
      expect.stringContaining('/commit/bbbb'),
    );
    expect(within(dev).getByRole('link', { name: /PR #12/ })).toHaveAttribute(
      'href',
      '/infra-prs/12',
    );
    expect(prod).toHaveTextContent('Not deployed to prod yet');
    expect(within(prod).queryByRole('link')).not.toBeInTheDocument();
  });

  it('shows one environment when the other one fails, and what to do', async () => {
    render(async () => ({
      deployments: [
        deployment('dev', { phase: 'progressing', summary: 'Rolling out' }),
        {
          state: 'misconfigured',
          source: { upstream: 'argocd', environment: 'prod', target: 'orders' },
          message: "Argo CD 'prod' refused Slipway's credentials",
          fix: 'Check the token',
        },
      ],
      problems: [{ annotation: 'a/b', message: 'Bad', fix: 'Mend it' }],
    }));
    const [dev, prod] = await screen.findAllByRole('listitem');
    expect(dev).toHaveTextContent('Rolling out');
    expect(prod).toHaveTextContent('Check the token');
    expect(screen.getByText(/Mend it/)).toBeInTheDocument();
  });

  it('marks what is out of date', async () => {
    render(async () => ({
      deployments: [{ ...deployment('dev'), state: 'stale' }],
      problems: [],
    }));
    const row = await screen.findByRole('listitem');
    expect(row).toHaveTextContent(/As of .* ago/);
    expect(row).toHaveTextContent('Live matches');
  });

  it('shows that it loads', async () => {
    render(() => new Promise(() => {}));
    expect(
      await screen.findByRole('status', { name: 'Loading Deployments' }),
    ).toBeInTheDocument();
  });

  it('names the annotations that would do', async () => {
    render(async () => ({ deployments: [], problems: [] }));
    expect(await screen.findByText('argocd/app-name')).toBeInTheDocument();
    expect(
      screen.getByText('aws.amazon.com/amazon-ecs-service-arn'),
    ).toBeInTheDocument();
  });
});
