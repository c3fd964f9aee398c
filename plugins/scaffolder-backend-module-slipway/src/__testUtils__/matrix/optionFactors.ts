import { QueueSpecInput, ServiceSpecInput } from '@slipway/platform-common';

/** Every option of a service path with the values that differ in what is rendered. */
export const optionFactors = {
  environments: ['dev', 'dev+prod'],
  queues: ['none', 'standard', 'fifo', 'two'],
  subscriptions: ['none', 'topic', 'bus', 'both'],
  sendsTo: ['none', 'one'],
  publishesTo: ['none', 'one'],
  table: ['none', 'plain', 'full'],
  postgres: [false, true],
  redis: [false, true],
  ingress: ['none', 'internal', 'public'],
  scaling: ['none', 'cpu', 'queue'],
  canary: [false, true],
};

/** One value of each option. */
export type OptionRow = {
  readonly [K in keyof typeof optionFactors]: (typeof optionFactors)[K][number];
};

/** The answers that a row of values stands for. Queues are named after the service, so that all can live together. */
export function optionAnswers(
  row: OptionRow,
  service: string,
): Omit<
  ServiceSpecInput,
  'name' | 'description' | 'owner' | 'system' | 'runtime' | 'platform' | 'kind'
> {
  const queues = queuesOf(row.queues, service);
  const standard = queues.find(({ fifo }) => !fifo)?.name ?? '';
  return {
    environments: row.environments.split('+'),
    queues,
    subscriptions: subscriptionsOf(row.subscriptions, standard),
    sendsTo: row.sendsTo === 'none' ? [] : ['orders-created'],
    publishesTo: row.publishesTo === 'none' ? [] : ['orders-events'],
    table: tableOf(row.table),
    postgres: row.postgres,
    redis: row.redis,
    ingress: row.ingress as ServiceSpecInput['ingress'],
    scaling: {
      by: row.scaling as 'none' | 'cpu' | 'queue',
      min: 1,
      max: 3,
    },
    canary: row.canary,
  };
}

function queuesOf(value: string, service: string): QueueSpecInput[] {
  const standard = { name: `${service}-in`, maxReceiveCount: 5 };
  const fifo = {
    name: `${service}-seq`,
    fifo: true,
    contentBasedDeduplication: true,
    retentionDays: 7,
  };
  switch (value) {
    case 'standard':
      return [standard];
    case 'fifo':
      return [fifo];
    case 'two':
      return [{ ...standard, visibilityTimeout: 300 }, fifo];
    default:
      return [];
  }
}

type Subscription = NonNullable<ServiceSpecInput['subscriptions']>[number];

function subscriptionsOf(
  value: string,
  queue: string,
): ServiceSpecInput['subscriptions'] {
  const topic: Subscription = {
    queue,
    source: 'topic',
    name: 'orders-events',
    eventTypes: ['OrderCreated', 'order.cancelled'],
  };
  const bus: Subscription = { queue, source: 'bus', name: 'acme-events' };
  switch (value) {
    case 'topic':
      return [topic];
    case 'bus':
      return [bus];
    case 'both':
      return [topic, bus];
    default:
      return [];
  }
}

function tableOf(value: string): ServiceSpecInput['table'] {
  if (value === 'none') return undefined;
  if (value === 'plain') return {};
  return {
    partitionKey: 'orderId',
    sortKey: 'createdAt',
    ttlAttribute: 'expiresAt',
    indexes: [
      { name: 'by-customer', partitionKey: 'customerId', sortKey: 'createdAt' },
    ],
  };
}
