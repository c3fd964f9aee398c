import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { json, renderField } from '../__testUtils__/renderField';
import { complaintsOf } from '../__testUtils__/validate';
import { TopicsField } from '../topics/TopicsField';
import { SubscriptionDraft } from './subscriptionDraft';
import { SubscriptionsField } from './SubscriptionsField';
import { validateSubscriptions } from './validateSubscriptions';

const facts = (environment: string, topics: string[], buses: string[]) => ({
  environment,
  topics,
  buses,
  ingress: [],
});
const items = [
  facts('dev', ['order-events', 'try-outs'], ['company']),
  facts('prod', ['order-events'], ['company']),
];
const answer = async (url: string) =>
  url.endsWith('/slipway/v1/facts') ? json({ items }) : json({}, 404);

const formData = {
  environments: ['dev', 'prod'],
  queues: [{ name: 'orders' }, { name: 'ledger', fifo: true }],
};

describe('SubscriptionsField', () => {
  it('offers topics and buses that all environments have', async () => {
    const values = renderField<SubscriptionDraft[]>(SubscriptionsField, {
      schema: { title: 'Subscriptions' },
      formData,
      answer,
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Add a subscription' }),
    );
    await userEvent.click(
      await screen.findByRole('combobox', { name: /Topic or bus/ }),
    );
    const list = within(await screen.findByRole('listbox'));
    expect(
      list.getByRole('option', { name: 'try-outs: not in prod' }),
    ).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(list.getByRole('option', { name: 'order-events' }));
    await userEvent.type(
      screen.getByRole('combobox', { name: 'Event types' }),
      'OrderCreated{Enter}bad type{Enter}',
    );
    expect(values.at(-1)).toEqual([
      {
        queue: 'orders',
        source: 'topic',
        name: 'order-events',
        eventTypes: ['OrderCreated', 'bad type'],
      },
    ]);
    expect(
      screen.getByText('Must be an event type such as OrderCreated'),
    ).toBeVisible();
  });

  it('needs a standard queue', async () => {
    renderField<SubscriptionDraft[]>(SubscriptionsField, {
      formData: { queues: [{ name: 'ledger', fifo: true }] },
      answer,
    });
    expect(
      await screen.findByText(/Events go to a standard queue/),
    ).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Add a subscription' }),
    ).toBeDisabled();
  });

  it('says which facts could not be read', async () => {
    renderField<SubscriptionDraft[]>(SubscriptionsField, {
      answer: async () =>
        json({ items: [{ ...facts('dev', [], []), problem: 'no facts' }] }),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('dev: no facts');
  });

  it.each([
    [[{ queue: 'orders', source: 'topic', name: 'order-events' }], []],
    [[{}], ['the queue is missing', 'the topic or bus is missing']],
    [
      [{ queue: 'ledger', source: 'bus', name: 'company' }],
      ['the queue is FIFO'],
    ],
    [
      [{ queue: 'other', source: 'bus', name: 'company' }],
      ['the queue is none of the queues above'],
    ],
    [
      [
        { queue: 'orders', source: 'bus', name: 'company' },
        { queue: 'orders', source: 'bus', name: 'company' },
      ],
      ['Subscription 2: the topic or bus is there twice'],
    ],
  ])('validates %j', async (value, problems) => {
    const errors = await complaintsOf(validateSubscriptions, value, {
      formData,
    });
    expect(errors.sort()).toHaveLength(problems.length);
    problems.forEach((problem, index) =>
      expect(errors[index]).toContain(problem),
    );
  });
});

describe('TopicsField', () => {
  it('offers the topics that all environments have', async () => {
    const values = renderField<string[]>(TopicsField, {
      schema: { title: 'Publishes to' },
      formData: { environments: ['dev', 'prod'] },
      answer,
    });
    await userEvent.click(await screen.findByRole('combobox'));
    const list = within(await screen.findByRole('listbox'));
    expect(
      list.getByRole('option', { name: 'try-outs: not in prod' }),
    ).toHaveAttribute('aria-disabled', 'true');
    expect(list.queryByText('company')).not.toBeInTheDocument();
    await userEvent.click(list.getByRole('option', { name: 'order-events' }));
    expect(values.at(-1)).toEqual(['order-events']);
  });
});
