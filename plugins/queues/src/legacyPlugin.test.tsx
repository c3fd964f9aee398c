import { catalogApiRef, EntityProvider } from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { queueResult } from './__fixtures__/queueResults';
import { queuesApiRef } from './api/QueuesApi';
import { EntityQueuesCard, EntityQueuesContent } from './legacyPlugin';

describe('queues on the old frontend system', () => {
  it.each([
    ['card', <EntityQueuesCard />],
    ['tab', <EntityQueuesContent />],
  ])('mounts the %s', async (_, element) => {
    const entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'order-mailer' },
    };
    const getQueues = async () => ({
      queues: [queueResult('dev-orders', 'dev', 0)],
      problems: [],
    });
    await renderInTestApp(
      <TestApiProvider
        apis={[
          [queuesApiRef, { getQueues }],
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
    );
    expect(await screen.findByText('dev-orders')).toBeInTheDocument();
  });
});
