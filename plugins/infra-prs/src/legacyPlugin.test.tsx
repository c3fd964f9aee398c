import {
  entityRouteRef,
  EntityProvider,
} from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { item, listOf } from './__testUtils__/changes';
import { giveRoom } from './__testUtils__/giveRoom';
import { fakeApi } from './__testUtils__/renderChanges';
import { infraPrsApiRef } from './api/InfraPrsApi';
import {
  EntityInfraPrsContent,
  EntityOpenChangesCard,
  InfraPrsPage,
} from './legacyPlugin';

describe('changes on the old frontend system', () => {
  beforeAll(giveRoom);

  it.each([
    ['page', '/infra-prs'],
    ['tab', '/changes'],
    ['card', '/card'],
  ])('mounts the %s', async (_, path) => {
    const entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'order-mailer' },
    };
    const changes = listOf([item({ title: 'Run one more replica' })]);
    const api = fakeApi({
      list: async () => changes,
      listForEntity: async () => changes,
    });
    await renderInTestApp(
      <TestApiProvider
        apis={[
          [infraPrsApiRef, api],
          [permissionApiRef, mockApis.permission()],
        ]}
      >
        <EntityProvider entity={entity}>
          <Routes>
            <Route path="/infra-prs" element={<InfraPrsPage />} />
            <Route path="/changes" element={<EntityInfraPrsContent />} />
            <Route path="/card" element={<EntityOpenChangesCard />} />
          </Routes>
        </EntityProvider>
      </TestApiProvider>,
      {
        routeEntries: [path],
        mountedRoutes: {
          '/catalog/:namespace/:kind/:name': entityRouteRef,
        },
      },
    );
    expect(
      await screen.findByRole('link', { name: 'Run one more replica' }),
    ).toHaveAttribute('href', expect.stringContaining('/infra-prs/'));
  });
});
