import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderField } from '../__testUtils__/renderField';
import { OwnerField } from './OwnerField';
import { SystemField } from './SystemField';

const entity = (kind: string, name: string, owner?: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default', title: `${name} title` },
  relations: owner ? [{ type: 'ownedBy', targetRef: owner }] : [],
});
const groups = [entity('Group', 'payments'), entity('Group', 'orders')];
const orders = 'group:default/orders';
const systems = [
  entity('System', 'money', 'group:default/payments'),
  entity('System', 'order-system', orders),
];

describe('OwnerField', () => {
  it("holds the person's own group, and offers all", async () => {
    const values = renderField<string>(OwnerField, {
      schema: { title: 'Owner' },
      entities: groups,
      ownershipEntityRefs: ['user:default/olivia', orders],
    });
    const input = await screen.findByRole('combobox', { name: 'Owner' });
    await waitFor(() => expect(input).toHaveValue('orders title'));
    await userEvent.click(input);
    const list = within(await screen.findByRole('listbox'));
    expect(list.getAllByRole('option').map(item => item.textContent)).toEqual([
      'orders title',
      'payments title',
    ]);
    expect(list.getByText('Your groups')).toBeVisible();
    await userEvent.click(list.getByRole('option', { name: /payments/ }));
    expect(values).toEqual([orders, 'group:default/payments']);
  });

  it('keeps the answer of a link, and chooses none for who has no group', async () => {
    const kept = renderField<string>(OwnerField, {
      schema: { title: 'Owner' },
      initial: 'group:default/payments',
      entities: groups,
      ownershipEntityRefs: [orders],
    });
    expect(await screen.findByDisplayValue('payments title')).toBeVisible();
    expect(kept).toEqual([]);
  });

  it('says when the groups could not be loaded', async () => {
    renderField<string>(OwnerField, { schema: { title: 'Owner' } });
    expect(
      await screen.findByText('The groups could not be loaded: no catalog'),
    ).toBeVisible();
  });
});

describe('SystemField', () => {
  it('holds the only system of the owner', async () => {
    const values = renderField<string>(SystemField, {
      schema: { title: 'System' },
      formData: { owner: orders },
      entities: systems,
    });
    expect(await screen.findByDisplayValue('order-system title')).toBeVisible();
    expect(values).toEqual(['system:default/order-system']);
  });

  it('leaves the choice to who has several', async () => {
    const values = renderField<string>(SystemField, {
      schema: { title: 'System' },
      formData: { owner: orders },
      entities: [...systems, entity('System', 'returns', orders)],
    });
    await userEvent.click(
      await screen.findByRole('combobox', { name: 'System' }),
    );
    const list = within(await screen.findByRole('listbox'));
    expect(list.getAllByRole('option').map(item => item.textContent)).toEqual([
      'order-system title',
      'returns title',
      'money title',
    ]);
    expect(values).toEqual([]);
  });
});
