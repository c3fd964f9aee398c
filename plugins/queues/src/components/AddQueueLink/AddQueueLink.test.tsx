import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, EntityProvider } from '@backstage/plugin-catalog-react';
import { usePermission } from '@backstage/plugin-permission-react';
import { SlipwayQueryProvider } from '@slipway/platform-react';
import { screen, waitFor } from '@testing-library/react';
import { templateRouteRef } from '../../routes';
import { AddQueueLink } from './AddQueueLink';

const entity = (kind: string, name: string, owner: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
  spec: { owner },
  relations: [{ type: 'ownedBy', targetRef: owner }],
});
const service = entity('Component', 'order-mailer', 'group:default/orders');
const template = entity('Template', 'add-queue', 'group:default/platform');

// The real one remembers its answers from one test to the next.
jest.mock('@backstage/plugin-permission-react', () => ({
  ...jest.requireActual('@backstage/plugin-permission-react'),
  usePermission: jest.fn(),
}));

function render(
  options: {
    groups?: string[];
    templates?: Array<typeof template>;
    allowed?: boolean;
  } = {},
) {
  const { groups = ['group:default/orders'], templates = [template] } = options;
  const { allowed = true } = options;
  jest.mocked(usePermission).mockReturnValue({ loading: false, allowed });
  const getEntityByRef = jest.fn(async (_ref: unknown) => templates[0]);
  renderInTestApp(
    <EntityProvider entity={service}>
      <SlipwayQueryProvider>
        <AddQueueLink />
        <span>rendered</span>
      </SlipwayQueryProvider>
    </EntityProvider>,
    {
      mountedRoutes: {
        '/create/templates/:namespace/:templateName': templateRouteRef,
      },
      apis: [
        [catalogApiRef, { getEntityByRef }],
        mockApis.identity({
          userEntityRef: 'user:default/olivia',
          ownershipEntityRefs: groups,
        }),
      ],
    },
  );
  return getEntityByRef;
}

describe('AddQueueLink', () => {
  it('leads the owner to the form, filled with the service', async () => {
    render();
    const link = await screen.findByRole('link', { name: 'Add a queue' });
    const url = new URL(link.getAttribute('href') ?? '', 'http://portal');
    expect(url.pathname).toBe('/create/templates/default/add-queue');
    expect(JSON.parse(url.searchParams.get('formData') ?? '')).toEqual({
      service: 'component:default/order-mailer',
    });
  });

  it('is of no use to others', async () => {
    render({ groups: ['group:default/payments'] });
    expect(
      await screen.findByRole('button', { name: 'Add a queue' }),
    ).toBeDisabled();
  });

  it('is not there when there is no such template', async () => {
    const read = render({ templates: [] });
    await waitFor(() =>
      expect(read).toHaveBeenCalledWith('template:default/add-queue'),
    );
    await read.mock.results[0].value;
    expect(screen.queryByText('Add a queue')).not.toBeInTheDocument();
  });

  it('is not there for who may not create', async () => {
    render({ allowed: false });
    expect(await screen.findByText('rendered')).toBeVisible();
    expect(usePermission).toHaveBeenCalledWith({
      permission: expect.objectContaining({ name: 'scaffolder.task.create' }),
    });
    expect(screen.queryByText('Add a queue')).not.toBeInTheDocument();
  });
});
