import {
  createTestEntityPage,
  catalogApiMock,
} from '@backstage/plugin-catalog-react/testUtils';
import { Entity } from '@backstage/catalog-model';
import { githubAuthApiRef } from '@backstage/core-plugin-api';
import { ExtensionDefinition } from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { infraPrsApiRef } from '../../api/InfraPrsApi';
import plugin from '../../plugin';
import { rootRouteRef } from '../../routes';
import { item, listOf } from '../../__testUtils__/changes';
import { giveRoom } from '../../__testUtils__/giveRoom';
import { fakeApi, github } from '../../__testUtils__/renderChanges';

const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'order-mailer', namespace: 'default' },
  spec: { type: 'service' },
};

function renderEntity(extension: ExtensionDefinition, list: jest.Mock) {
  renderTestApp({
    extensions: [createTestEntityPage({ entity }), extension],
    mountedRoutes: { '/infra-prs': rootRouteRef },
    apis: [
      catalogApiMock({ entities: [entity] }),
      [infraPrsApiRef, fakeApi({ listForEntity: list })],
      [githubAuthApiRef, github],
    ],
  });
}

describe('on an entity page', () => {
  beforeAll(giveRoom);

  it('the tab lists its changes', async () => {
    const list = jest.fn(async () => listOf([item()]));
    renderEntity(
      plugin.getExtension('entity-content:slipway-infra-prs/changes'),
      list,
    );
    expect(
      await screen.findByRole('link', { name: 'Add order-mailer' }),
    ).toHaveAttribute('href', '/infra-prs/7');
    expect(list).toHaveBeenCalledWith(
      'component:default/order-mailer',
      expect.anything(),
    );
  });

  it('the card shows the open ones only', async () => {
    const done = item({ number: 8, title: 'Done', state: 'merged' });
    renderEntity(
      plugin.getExtension('entity-card:slipway-infra-prs/open-changes'),
      jest.fn(async () => listOf([item(), done])),
    );
    expect(await screen.findByText('Add order-mailer')).toBeInTheDocument();
    expect(screen.queryByText('Done')).not.toBeInTheDocument();
  });
});
