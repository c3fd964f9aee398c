import { Entity } from '@backstage/catalog-model';
import { SourceResult, TimePoint } from '@slipway/platform-common';
import {
  HISTORY_RANGES,
  HistoryRange,
  QueueHistory,
  QueuesCost,
  QueuesResponse,
  QueueState,
} from '@slipway/plugin-queues-common';
import { queueResult } from '../src/__fixtures__/queueResults';

export const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'order-mailer',
    namespace: 'default',
    annotations: {
      'aws.amazon.com/amazon-sqs-queue-arn':
        'arn:aws:sqs:eu-west-1:111111111111:prod-orders',
    },
  },
  spec: { type: 'service', owner: 'orders', lifecycle: 'production' },
};

function wave(range: HistoryRange, height: number, gapAt = 0.8): TimePoint[] {
  const { seconds, period } = HISTORY_RANGES[range];
  const count = seconds / period;
  const end = Math.floor(Date.now() / 1000 / period) * period;
  return Array.from({ length: count }, (_, i) => ({
    time: (end - (count - i) * period) * 1000,
    value:
      i > count * gapAt && i < count * (gapAt + 0.05)
        ? undefined
        : Math.round(
            height * (1 + Math.sin(i / 9) * 0.5 + Math.cos(i / 2.3) * 0.2),
          ),
  }));
}

export function history(
  range: HistoryRange,
  height: number,
): SourceResult<QueueHistory> {
  return {
    state: 'ok',
    source: { upstream: 'cloudwatch' },
    asOf: new Date().toISOString(),
    data: {
      visible: wave(range, height),
      inFlight: wave(range, height / 8),
      oldestAge: wave(range, height / 3),
      sent: wave(range, height / 100),
      received: wave(range, height / 110),
      deleted: wave(range, height / 110),
    },
  };
}

function changed(
  result: SourceResult<QueueState>,
  changes: (queue: QueueState) => Partial<QueueState>,
): SourceResult<QueueState> {
  const { data } = result;
  return data ? { ...result, data: { ...data, ...changes(data) } } : result;
}

const troubled = changed(queueResult('prod-orders', 'prod', 42), queue => ({
  role: 'consumer',
  entityRef: 'resource:default/prod-orders',
  history: history('3h', 1200),
  sentPerSecond: 4.1,
  receivedPerSecond: 2,
  deletedPerSecond: 1.9,
  ageObjectiveSeconds: 120,
  drain: { trend: 'growing', netPerSecond: 2.2 },
  dlq: queue.dlq && {
    ...queue.dlq,
    history: history('3h', 40),
    retentionSeconds: 1_209_600,
    grownLastHour: 12,
    expiry: { latest: new Date(Date.now() + 9 * 3_600_000).toISOString() },
    sourceQueues: ['prod-orders', 'prod-orders-express'],
  },
  warnings: [
    {
      code: 'dlq-retention-short',
      severity: 'error',
      message:
        'The dead-letter queue keeps messages for 4 d, no longer than the queue itself: they are lost before anybody looks',
      fix: 'resource "aws_sqs_queue" "orders_dlq" {\n  message_retention_seconds = 1209600\n}',
    },
    {
      code: 'unencrypted',
      severity: 'warning',
      message: 'Messages are not encrypted at rest',
      fix: 'sqs_managed_sse_enabled = true',
    },
  ],
}));

const draining = changed(queueResult('prod-mails', 'prod', 0), () => ({
  role: 'producer',
  history: history('3h', 300),
  drain: { trend: 'draining', seconds: 720, netPerSecond: -1.7 },
}));

const silent = changed(queueResult('dev-orders', 'dev'), () => ({
  visible: 0,
  inFlight: 0,
  oldestAgeSeconds: undefined,
  sentPerSecond: undefined,
  receivedPerSecond: undefined,
  history: {
    state: 'ok',
    source: { upstream: 'cloudwatch' },
    data: {
      visible: [],
      inFlight: [],
      oldestAge: [],
      sent: [],
      received: [],
      deleted: [],
    },
  },
  drain: { trend: 'empty' },
}));

const refused: SourceResult<QueueState> = {
  state: 'forbidden',
  source: { upstream: 'sqs', environment: 'staging', target: 'staging-orders' },
  message: 'AWS denied sqs:GetQueueAttributes',
  fix: 'Allow sqs:GetQueueAttributes in the role of the portal',
};

/** `few` for what most services have; many for a system. */
export function queues(count: number): QueuesResponse {
  const few = [troubled, draining, silent, refused];
  const more = Array.from({ length: Math.max(0, count - few.length) }, (_, i) =>
    changed(
      queueResult(`prod-extra-${i}`, 'prod', i % 5 === 0 ? i : 0),
      () => ({
        history: history('3h', 10 + i * 5),
        drain: { trend: 'steady' },
      }),
    ),
  );
  return { queues: [...few.slice(0, count), ...more], problems: [] };
}

export const cost: QueuesCost = {
  metricsLast24h: 412_300,
  metricsToday: 170_400,
  pricePerThousand: 0.01,
  costLast24h: 4.12,
  dailyBudget: 5,
  mode: 'slower',
  environments: [
    { environment: 'prod', metricsLast24h: 300_000 },
    { environment: 'staging', metricsLast24h: 100_000 },
    { environment: 'dev', metricsLast24h: 12_300 },
  ],
};
