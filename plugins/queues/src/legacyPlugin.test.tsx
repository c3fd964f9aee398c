import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { boardOf } from './__fixtures__/boardRows';
import { history, queueResult } from './__fixtures__/queueResults';
import { queuesApiRef } from './api/QueuesApi';
import {
  EntityQueuesCard,
  EntityQueuesContent,
  QueuesPage,
} from './legacyPlugin';

describe('queues on the old frontend system', () => {
  it.each([
    ['card', <EntityQueuesCard />, 'dev-orders'],
    ['tab', <EntityQueuesContent />, 'dev-orders'],
    ['board', <QueuesPage />, 'No queue matches'],
  ])('mounts the %s', async (_, element, text) => {
    const entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'order-mailer' },
    };
    const getQueues = async () => ({
      queues: [queueResult('dev-orders', 'dev', 0)],
      problems: [],
    });
    const getHistory = async () => ({ range: '3h' as const, queue: history });
    const getBoard = async () => boardOf(3);
    await renderInTestApp(
      <TestApiProvider
        apis={[
          [queuesApiRef, { getQueues, getHistory, getBoard }],
          [catalogApiRef, {}],
          [permissionApiRef, mockApis.permission()],
        ]}
      >
        <EntityProvider entity={entity}>
          <Routes>
            <Route path="/" element={element} />
          </Routes>
        </EntityProvider>
      </TestApiProvider>,
      {
        routeEntries: ['/?q=nothing'],
        mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      },
    );
    expect(await screen.findByText(text)).toBeInTheDocument();
  });
});
