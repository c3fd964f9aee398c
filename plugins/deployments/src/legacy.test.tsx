import { EntityProvider } from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { deployment, entity } from './__fixtures__/deployments';
import { deploymentsApiRef } from './api/DeploymentsApi';
import { EntityDeploymentsCard, EntityDeploymentsContent } from './legacy';

describe('deployments on the old frontend system', () => {
  it.each([
    ['card', <EntityDeploymentsCard />],
    ['tab', <EntityDeploymentsContent />],
  ])('mounts the %s', async (_, element) => {
    const list = async () => ({
      deployments: [deployment('dev')],
      problems: [],
    });
    await renderInTestApp(
      <TestApiProvider apis={[[deploymentsApiRef, { list }]]}>
        <EntityProvider entity={entity}>
          <Routes>
            <Route path="/" element={element} />
          </Routes>
        </EntityProvider>
      </TestApiProvider>,
    );
    expect(await screen.findByText(/Live matches/)).toBeInTheDocument();
  });
});
