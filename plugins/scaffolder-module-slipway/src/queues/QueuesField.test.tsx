import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderField } from '../__testUtils__/renderField';
import { complaintsOf } from '../__testUtils__/validate';
import { QueueDraft } from './queueDraft';
import { QueueField } from './QueueField';
import { QueuesField } from './QueuesField';
import { validateQueue, validateQueues } from './validateQueues';

const queue = (title: RegExp) =>
  within(screen.getByRole('region', { name: title }));

describe('QueuesField', () => {
  it('adds, fills, duplicates and removes queues', async () => {
    const values = renderField<QueueDraft[]>(QueuesField, {
      schema: { title: 'Queues' },
      formData: { kind: 'api', environments: ['dev', 'prod'] },
    });
    expect(await screen.findByText(/An API works without/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Add a queue' }));
    const name = screen.getByRole('textbox', { name: /Name/ });
    await userEvent.type(name, 'Orders');
    expect(screen.getByText(/^Must be 3 to 32 lower-case/)).toBeVisible();
    await userEvent.clear(name);
    await userEvent.type(name, 'orders');
    expect(values.at(-1)).toEqual([{ name: 'orders' }]);
    expect(screen.getByText('dev-orders-dlq')).toBeVisible();
    expect(screen.getByText('prod-orders')).toBeVisible();

    await userEvent.click(screen.getByRole('button', { name: /FIFO/ }));
    expect(screen.getByText('prod-orders-dlq.fifo')).toBeVisible();
    const attempts = screen.getByRole('spinbutton', { name: 'Attempts' });
    expect(attempts).toHaveValue(3);
    await userEvent.clear(attempts);
    await userEvent.type(attempts, '21');
    expect(screen.getByText('Must be 20 attempts or less')).toBeVisible();
    await userEvent.clear(attempts);
    await userEvent.tab();
    expect(attempts).toHaveValue(3);
    expect(values.at(-1)).toEqual([{ name: 'orders', fifo: true }]);

    await userEvent.click(
      screen.getByRole('button', { name: 'Duplicate queue 1' }),
    );
    expect(values.at(-1)).toEqual([
      { name: 'orders', fifo: true },
      { name: 'orders-copy', fifo: true },
    ]);
    await userEvent.click(
      queue(/Queue 1/).getByRole('button', { name: 'Remove queue 1' }),
    );
    expect(values.at(-1)).toEqual([{ name: 'orders-copy', fifo: true }]);
  });

  it('unfolds what is wrong', async () => {
    renderField<QueueDraft[]>(QueuesField, {
      initial: [{ name: 'orders', retentionDays: 14 }],
    });
    expect(
      await screen.findByRole('spinbutton', { name: 'Dead letters are kept' }),
    ).toBeInvalid();
    expect(
      screen.getByText(/^Must be longer than messages \(14\).*choose 14/),
    ).toBeVisible();
  });

  it.each([
    ['no answer', []],
    ['what the form library makes of minItems', [{ fifo: false }]],
  ])('starts a worker with a queue of its name: %s', async (_, initial) => {
    const values = renderField<QueueDraft[]>(QueuesField, {
      formData: { kind: 'worker', name: 'order-mailer' },
      initial,
    });
    expect(
      await screen.findByRole('region', { name: 'Queue 1: order-mailer' }),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Remove queue 1' }),
    );
    expect(values).toEqual([[{ name: 'order-mailer' }], []]);
    expect(screen.getByText(/A worker lives by one/)).toBeVisible();
    const add = screen.getByRole('button', { name: 'Add a queue' });
    expect(add).toHaveFocus();
    await userEvent.click(add);
    expect(screen.getByRole('textbox', { name: /Name/ })).toHaveFocus();
  });

  it('takes whatever a link put into the form', async () => {
    renderField<QueueDraft[]>(QueuesField, {
      initial: [7, { name: { a: 1 }, fifo: 'yes' }] as unknown as QueueDraft[],
    });
    expect(
      await screen.findAllByRole('region', { name: /Queue/ }),
    ).toHaveLength(2);
  });

  it('edits a single queue by the same rules', async () => {
    const values = renderField<QueueDraft>(QueueField, {
      schema: { title: 'Queue' },
    });
    await userEvent.type(
      await screen.findByRole('textbox', { name: /Name/ }),
      'notices',
    );
    expect(values.at(-1)).toEqual({ name: 'notices' });
  });

  it.each([
    [[{ name: 'orders' }], 'worker', []],
    [[], 'api', []],
    [[], 'worker', ['A worker lives by a queue']],
    [[{}], 'api', ['Queue 1: Name is missing']],
    [
      [{ name: 'orders' }, { name: 'orders' }],
      'api',
      ['Queue 2: Name is there twice'],
    ],
    [
      [{ name: 'a-dlq', dlqRetentionDays: 2 }],
      'api',
      ['Queue 1: Name must', `longer than 'Messages are kept' (4)`],
    ],
    [
      [{ name: 'orders', contentBasedDeduplication: true }],
      'api',
      ['Queue 1: Deduplicate by content is for FIFO'],
    ],
    [
      Array.from({ length: 11 }, (_, index) => ({ name: `queue-${index}` })),
      'api',
      ['10 queues at most'],
    ],
    ['nonsense', 'api', []],
  ])('validates %j of a %s', async (value, kind, problems) => {
    const errors = await complaintsOf(validateQueues, value, {
      formData: { kind },
    });
    expect(errors).toHaveLength(problems.length);
    problems.forEach((problem, index) =>
      expect(errors[index]).toContain(problem),
    );
  });

  it('validates a single queue', async () => {
    expect(await complaintsOf(validateQueue, { name: 'ab' })).toEqual([
      expect.stringContaining('Name must be 3 to 32'),
    ]);
    expect(await complaintsOf(validateQueue, { name: 'abc' })).toEqual([]);
  });
});
