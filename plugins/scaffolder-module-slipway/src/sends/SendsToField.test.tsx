import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderField } from '../__testUtils__/renderField';
import { SendsToField } from './SendsToField';

const entities = [
  'dev-orders',
  'dev-orders-dlq',
  'prod-orders',
  'dev-try-outs',
  'dev-ledger.fifo',
  'prod-ledger.fifo',
].map(name => ({
  apiVersion: 'backstage.io/v1beta1',
  kind: 'Resource',
  metadata: { name, namespace: 'default' },
  spec: { type: 'sqs-queue' },
}));

describe('SendsToField', () => {
  it('offers standard queues that all environments have', async () => {
    const values = renderField<string[]>(SendsToField, {
      schema: { title: 'Sends to' },
      formData: { environments: ['dev', 'prod'] },
      entities,
    });
    await userEvent.click(
      await screen.findByRole('combobox', { name: 'Queues of others' }),
    );
    const list = within(await screen.findByRole('listbox'));
    expect(list.getAllByRole('option').map(item => item.textContent)).toEqual([
      'orders',
      'try-outs: not in prod',
    ]);
    expect(
      list.getByRole('option', { name: 'try-outs: not in prod' }),
    ).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(list.getByRole('option', { name: 'orders' }));
    expect(values).toEqual([['orders']]);
  });

  it('says of a queue that is not there', async () => {
    renderField<string[]>(SendsToField, {
      formData: { environments: ['dev'] },
      initial: ['gone'],
      entities,
    });
    expect(
      await screen.findByText('gone is not there. Remove it.'),
    ).toBeVisible();
  });
});
