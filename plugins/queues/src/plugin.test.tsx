import {
  createTestEntityPage,
  catalogApiMock,
} from '@backstage/plugin-catalog-react/testUtils';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { QueuesResponse } from '@slipway/plugin-queues-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { queueResult } from './__fixtures__/queueResults';
import { queuesApiRef } from './api/QueuesApi';
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

function render(
  extension:
    | 'entity-card:slipway-queues/queues'
    | 'entity-content:slipway-queues/queues',
  getQueues: (entityRef: string) => Promise<QueuesResponse>,
  path = '/',
) {
  renderTestApp({
    extensions: [
      createTestEntityPage({ entity }),
      plugin.getExtension(extension),
    ],
    apis: [catalogApiMock(), [queuesApiRef, { getQueues }]],
    initialRouteEntries: [path],
  });
}

describe('queues card', () => {
  const card = 'entity-card:slipway-queues/queues';

  it('shows depth, age and dead letters of each environment, in words', async () => {
    const getQueues = jest.fn(async () => ({
      queues: [
        queueResult('dev-orders', 'dev', 12),
        queueResult('stage-orders', 'stage'),
        unreadable,
      ],
      problems: [
        { annotation: 'x/y', message: 'It is odd', fix: 'Make it even' },
      ],
    }));
    render(card, getQueues);
    const dev = await screen.findByRole('region', {
      name: 'dev-orders in dev',
    });
    expect(getQueues).toHaveBeenCalledWith(
      'component:default/order-mailer',
      expect.anything(),
    );
    expect(
      within(dev).getByRole('group', { name: 'Waiting: 1,234 messages' }),
    ).toBeInTheDocument();
    expect(
      within(dev).getByRole('group', { name: 'Oldest message: 3 min 10 s' }),
    ).toBeInTheDocument();
    expect(within(dev).getByText('12 dead letters')).toBeInTheDocument();
    const stage = screen.getByRole('region', { name: 'stage-orders in stage' });
    expect(within(stage).getByText('No dead-letter queue')).toBeInTheDocument();
    expect(
      screen.getByText(/AWS denied sqs:GetQueueAttributes/),
    ).toBeInTheDocument();
    expect(screen.getByText(/It is odd/)).toBeInTheDocument();
  });

  it('shows a dead-letter queue by itself without asking for another', async () => {
    const alone = queueResult('dev-mails-dlq', 'dev');
    render(card, async () => ({
      queues: [
        { ...alone, data: alone.data && { ...alone.data, isDlq: true } },
      ],
      problems: [],
    }));
    const shown = await screen.findByRole('region', {
      name: 'dev-mails-dlq in dev',
    });
    expect(within(shown).getByText('1,234 dead letters')).toBeInTheDocument();
    expect(screen.queryByText('No dead-letter queue')).not.toBeInTheDocument();
  });

  it('explains the annotation when there is no queue', async () => {
    render(card, async () => ({ queues: [], problems: [] }));
    expect(await screen.findByText('Missing Annotation')).toBeInTheDocument();
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
  const content = 'entity-content:slipway-queues/queues';
  const getQueues = async () => ({
    queues: [
      queueResult('dev-orders', 'dev', 1),
      queueResult('prod-orders', 'prod', 0),
    ],
    problems: [],
  });

  it('shows charts and what dead letters mean, and filters by environment', async () => {
    render(content, getQueues);
    expect(await screen.findByText('dev-orders')).toBeInTheDocument();
    expect(screen.getByText('1 message failed 4 times')).toBeInTheDocument();
    expect(screen.getByText(/No dead letters in/)).toBeInTheDocument();
    expect(screen.getAllByRole('figure', { name: 'Messages' })).toHaveLength(2);

    await userEvent.click(screen.getByRole('button', { name: 'prod' }));
    expect(screen.queryByText('dev-orders')).not.toBeInTheDocument();
    expect(screen.getByText('prod-orders')).toBeInTheDocument();
  });

  it('opens with the environment of the URL', async () => {
    render(content, getQueues, '/?env=dev');
    expect(await screen.findByText('dev-orders')).toBeInTheDocument();
    expect(screen.queryByText('prod-orders')).not.toBeInTheDocument();
  });
});
