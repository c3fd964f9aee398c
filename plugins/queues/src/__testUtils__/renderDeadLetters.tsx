import { useLocation } from 'react-router-dom';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { queuesApiRef } from '../api/QueuesApi';
import { QueuesContent } from '../components/QueuesContent';
import { FakeDeadLetters } from '../__fixtures__/FakeDeadLetters';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders', namespace: 'default' },
  spec: { type: 'service', owner: 'orders', lifecycle: 'production' },
};

function Address() {
  return <output aria-label="Address">{useLocation().search}</output>;
}

/** The Queues tab with the dead letters of `dev-orders-dlq` open; `more` is added to the query of the URL. */
export function renderDeadLetters(fake: FakeDeadLetters, more = '') {
  renderInTestApp(
    <EntityProvider entity={entity}>
      <QueuesContent />
      <Address />
    </EntityProvider>,
    {
      apis: [
        [queuesApiRef, fake],
        [catalogApiRef, catalogApiMock()],
      ],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
      initialRouteEntries: [
        `/?queue=dev/dev-orders-dlq&view=dead-letters${more}`,
      ],
    },
  );
}
