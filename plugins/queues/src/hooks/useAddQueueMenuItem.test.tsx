import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { usePermission } from '@backstage/plugin-permission-react';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { isGoldenPathService } from '../isGoldenPathService';
import { templateRouteRef } from '../routes';
import { useAddQueueMenuItem } from './useAddQueueMenuItem';

// The real one remembers its answers from one test to the next.
jest.mock('@backstage/plugin-permission-react', () => ({
  ...jest.requireActual('@backstage/plugin-permission-react'),
  usePermission: jest.fn(),
}));

const service = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'order-mailer',
    namespace: 'default',
    annotations: { 'slipway.io/template': 'template:default/go-service' },
  },
  spec: { type: 'service', owner: 'group:default/orders' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/orders' }],
};

function MenuItem() {
  const { title, disabled, onClick } = useAddQueueMenuItem();
  const { pathname, search } = useLocation();
  return (
    <>
      <button disabled={disabled} onClick={onClick}>
        {title}
      </button>
      <output>
        {pathname}
        {new URLSearchParams(search).get('formData')}
      </output>
    </>
  );
}

function render(options: { group: string; allowed: boolean }) {
  const { group, allowed } = options;
  jest.mocked(usePermission).mockReturnValue({ loading: false, allowed });
  renderInTestApp(
    <EntityProvider entity={service}>
      <MenuItem />
    </EntityProvider>,
    {
      mountedRoutes: {
        '/create/templates/:namespace/:templateName': templateRouteRef,
      },
      apis: [mockApis.identity({ ownershipEntityRefs: [group] })],
    },
  );
}

describe('the menu of a service', () => {
  it('leads its owner to the form, filled with the service', async () => {
    render({ group: 'group:default/orders', allowed: true });
    const item = await screen.findByRole('button', { name: 'Add a queue' });
    await waitFor(() => expect(item).toBeEnabled());
    await userEvent.click(item);
    expect(screen.getByRole('status')).toHaveTextContent(
      '/create/templates/default/add-queue{"service":"component:default/order-mailer"}',
    );
  });

  it.each([
    ['group:default/payments', true, 'only who owns the service can'],
    ['group:default/orders', false, 'you may not create'],
  ])('says why %s may not, allowed %s', async (group, allowed, reason) => {
    render({ group, allowed });
    expect(
      await screen.findByRole('button', { name: `Add a queue: ${reason}` }),
    ).toBeDisabled();
  });

  it.each([
    ['a service of a golden path', service, true],
    [
      'a site',
      { ...service, spec: { ...service.spec, type: 'website' } },
      false,
    ],
    [
      'a service of no golden path',
      { ...service, metadata: { name: 'old' } },
      false,
    ],
  ])('is looked at for %s', (_, entity, shown) => {
    expect(isGoldenPathService(entity)).toBe(shown);
  });
});
