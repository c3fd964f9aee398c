import { Entity } from '@backstage/catalog-model';
import { renderTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import { QueuesResponse } from '@slipway/plugin-queues-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { history, queueResult } from './__fixtures__/queueResults';
import { topology } from './__fixtures__/topology';
import { QueuesApi, queuesApiRef } from './api/QueuesApi';
import plugin from './index';

const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'order-mailer',
    namespace: 'default',
    annotations: {
      'aws.amazon.com/amazon-sqs-queue-arn':
        'arn:aws:sqs:eu-west-1:111111111111:dev-orders',
    },
  },
  spec: { type: 'service', owner: 'orders', lifecycle: 'production' },
};

const unreadable = {
  state: 'forbidden' as const,
  source: { upstream: 'sqs', environment: 'prod', target: 'prod-orders' },
  message: 'AWS denied sqs:GetQueueAttributes',
  fix: 'Allow sqs:GetQueueAttributes',
};

const card = 'entity-card:slipway-queues/queues';
const content = 'entity-content:slipway-queues/queues';

const answer =
  (...queues: QueuesResponse['queues']) =>
  async (): Promise<QueuesResponse> => ({ queues, problems: [] });

function render(
  extension: typeof card | typeof content,
  getQueues: QueuesApi['getQueues'],
  options: { path?: string; entity?: Entity } = {},
) {
  const getHistory = jest.fn<
    ReturnType<QueuesApi['getHistory']>,
    Parameters<QueuesApi['getHistory']>
  >(async (_, range) => ({ range, queue: history, dlq: history }));
  renderTestApp({
    extensions: [
      createTestEntityPage({ entity: options.entity ?? entity }),
      plugin.getExtension(extension),
    ],
    apis: [
      catalogApiMock(),
      [
        queuesApiRef,
        { getQueues, getHistory, getTopology: async () => topology },
      ],
    ],
    initialRouteEntries: [options.path ?? '/'],
  });
  return { getHistory };
}

describe('queues card', () => {
  it('shows depth, age, growth and drain time of each environment, in words', async () => {
    const dev = queueResult('dev-orders', 'dev', 12);
    const getQueues = jest.fn(async () => ({
      queues: [
        {
          ...dev,
          data: dev.data && {
            ...dev.data,
            role: 'consumer' as const,
            ageObjectiveSeconds: 60,
            drain: { trend: 'growing' as const, netPerSecond: 0.5 },
            dlq: dev.data.dlq && { ...dev.data.dlq, grownLastHour: 12 },
          },
        },
        queueResult('stage-orders', 'stage'),
        unreadable,
      ],
      problems: [
        { annotation: 'x/y', message: 'It is odd', fix: 'Make it even' },
      ],
    }));
    render(card, getQueues);
    const shown = within(
      await screen.findByRole('region', { name: 'dev-orders in dev' }),
    );
    expect(getQueues).toHaveBeenCalledWith(
      'component:default/order-mailer',
      expect.anything(),
    );
    for (const name of [
      'Waiting: 1,234 messages',
      'Oldest message: 3 min 10 s',
      'Drain time: never',
    ]) {
      expect(shown.getByRole('group', { name })).toBeInTheDocument();
    }
    for (const text of [
      '12 dead letters, +12 in the last hour',
      'over its 1 min objective',
      'consumes',
      /grows by 0.5\/s/,
    ]) {
      expect(shown.getByText(text)).toBeInTheDocument();
    }
    const stage = screen.getByRole('region', { name: 'stage-orders in stage' });
    expect(within(stage).getByText('No dead-letter queue')).toBeInTheDocument();
    expect(
      screen.getByText(/AWS denied sqs:GetQueueAttributes/),
    ).toBeInTheDocument();
    expect(screen.getByText(/It is odd/)).toBeInTheDocument();
  });

  it('gives many queues a line each, those that need somebody first', async () => {
    const many = Array.from({ length: 11 }, (_, i) =>
      queueResult(`dev-q${i}`, 'dev', i === 10 ? 7 : 0),
    );
    render(card, answer(...many));
    const [, first, ...others] = await screen.findAllByRole('row');
    expect(first).toHaveTextContent(
      'dev-q10devowns · 2.5/s in, 2/s out1,2343 min 10 s–7',
    );
    expect(others).toHaveLength(7);
    expect(screen.getByRole('link', { name: 'dev-q10' })).toHaveAttribute(
      'href',
      expect.stringMatching(/\/queues\?queue=dev%2Fdev-q10$/),
    );
    expect(
      screen.getByRole('link', { name: 'All 11 queues' }),
    ).toBeInTheDocument();
  });

  it('shows a dead-letter queue by itself without asking for another', async () => {
    const alone = queueResult('dev-mails-dlq', 'dev');
    render(
      card,
      answer({ ...alone, data: alone.data && { ...alone.data, isDlq: true } }),
    );
    const shown = await screen.findByRole('region', {
      name: 'dev-mails-dlq in dev',
    });
    expect(within(shown).getByText('1,234 dead letters')).toBeInTheDocument();
    expect(screen.queryByText('No dead-letter queue')).not.toBeInTheDocument();
  });

  it.each<[string, Entity, RegExp]>([
    ['with the annotation', entity, /Missing Annotation/],
    [
      'that depends on resources',
      {
        ...entity,
        metadata: { name: 'order-mailer' },
        relations: [{ type: 'dependsOn', targetRef: 'resource:default/db' }],
      },
      /None of the resources that this depends on/,
    ],
    ['of a system', { ...entity, kind: 'System' }, /No part of this system/],
  ])('says why there is none for an entity %s', async (_, of, words) => {
    render(card, answer(), { entity: of });
    expect(await screen.findByText(words)).toBeInTheDocument();
  });

  it('shows a failed request as an error', async () => {
    render(card, async () => {
      throw Object.assign(new Error('backend is away'), {
        name: 'NotAllowedError',
      });
    });
    expect(await screen.findAllByText(/backend is away/)).not.toHaveLength(0);
  });
});

describe('queues tab', () => {
  const two = answer(
    queueResult('dev-orders', 'dev', 1),
    queueResult('prod-orders', 'prod', 0),
  );

  it('shows charts and what dead letters mean, and filters by environment', async () => {
    const { getHistory } = render(content, two);
    expect(await screen.findByText('dev-orders')).toBeInTheDocument();
    await waitFor(() =>
      expect(screen.getAllByRole('figure', { name: 'Messages' })).toHaveLength(
        2,
      ),
    );
    expect(screen.getByText('1 message failed 4 times')).toBeInTheDocument();
    expect(screen.getByText(/No dead letters in/)).toBeInTheDocument();
    expect(getHistory).toHaveBeenCalledWith(
      {
        entityRef: 'component:default/order-mailer',
        environment: 'dev',
        queue: 'dev-orders',
      },
      '3h',
      expect.anything(),
    );

    await userEvent.click(screen.getByRole('button', { name: 'prod' }));
    expect(screen.queryByText('dev-orders')).not.toBeInTheDocument();
    expect(screen.getByText('prod-orders')).toBeInTheDocument();
  });

  it('opens with the environment and range of the URL, and zooms', async () => {
    const { getHistory } = render(content, two, {
      path: '/?env=dev&range=14d',
    });
    expect(await screen.findByText('dev-orders')).toBeInTheDocument();
    expect(screen.queryByText('prod-orders')).not.toBeInTheDocument();
    const ranges = () => getHistory.mock.calls.map(([, range]) => range);
    expect(ranges()).toEqual(['14d']);

    const from = screen.getByRole('slider', { name: 'Shown from' });
    const start = from.getAttribute('aria-valuenow');
    // A browser changes the value by arrow keys; jsdom does not.
    fireEvent.change(from, { target: { value: Date.now() - 36 * 3_600_000 } });
    expect(from.getAttribute('aria-valuenow')).not.toBe(start);
    // Closer points where a shorter range has them.
    await waitFor(() => expect(ranges()).toContain('3d'));
    await userEvent.click(
      screen.getByRole('button', { name: 'Show all of 14d' }),
    );
    expect(from.getAttribute('aria-valuenow')).toBe(start);
  });

  it('closes many queues but the one of the link, and reads no history of them', async () => {
    const many = Array.from({ length: 6 }, (_, i) =>
      queueResult(`dev-q${i}`, 'dev', 0),
    );
    const { getHistory } = render(content, answer(...many), {
      path: '/?queue=dev/dev-q4',
    });
    const meant = await screen.findByRole('button', { name: /dev-q4/ });
    expect(meant).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getByRole('button', { name: /dev-q3/ })).toHaveAttribute(
      'aria-expanded',
      'false',
    );
    await screen.findByRole('figure', { name: 'Messages' });
    expect(getHistory).toHaveBeenCalledTimes(1);
    await userEvent.click(screen.getByRole('button', { name: 'Open all' }));
    expect(getHistory).toHaveBeenCalledTimes(6);
  });

  it('lists what is wrong with the fix to copy', async () => {
    const warned = queueResult('dev-orders', 'dev');
    render(
      content,
      answer({
        ...warned,
        data: warned.data && {
          ...warned.data,
          warnings: [
            {
              code: 'no-dlq',
              severity: 'error',
              message: 'Messages are lost',
              fix: 'redrive_policy = jsonencode({})',
            },
          ],
        },
      }),
    );
    const list = await screen.findByRole('list', {
      name: 'Warnings of dev-orders',
    });
    expect(within(list).getByText('Messages are lost')).toBeInTheDocument();
    const user = userEvent.setup();
    await user.click(
      within(list).getByRole('button', { name: /Copy the fix/ }),
    );
    expect(within(list).getByText(/redrive_policy/)).toBeInTheDocument();
    expect(screen.getByText('1 warning')).toBeInTheDocument();
  });

  it('opens the messages of a dead-letter queue, and goes back', async () => {
    render(content, two);
    await userEvent.click(
      await screen.findByRole('link', { name: 'Look into dev-orders-dlq' }),
    );
    expect(
      await screen.findByRole('heading', { name: 'dev-orders-dlq' }),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'All queues' }));
    expect(await screen.findByText('prod-orders')).toBeInTheDocument();
  });

  it('tells the topology in a table too', async () => {
    render(content, two, { path: '/?view=topology' });
    const rows = await screen.findAllByRole('row', { hidden: true });
    expect(rows.map(row => row.textContent)).toContain(
      'prod-ordersqueue in prod, 1,234 waiting, oldest 3 min 10 sgives up toprod-orders-dlqdead-letter queue in prod, 42 dead42 received 5 times',
    );
    expect(screen.getByText(/cannot be read in staging/)).toBeInTheDocument();
  });
});
