import { ServiceSpecInput } from '@slipway/platform-common';

const common = {
  owner: 'group:default/orders',
  system: 'system:default/order-system',
  environments: ['dev'],
  queues: [
    { name: 'orders-created' },
    { name: 'payments', fifo: true, contentBasedDeduplication: true },
  ],
  sendsTo: ['notifications'],
  publishesTo: ['orders-events'],
} satisfies Partial<ServiceSpecInput>;

/** One service on ECS and one on EKS, with all that moto can hold: see `deviations`. */
export const appliedServices: readonly ServiceSpecInput[] = [
  {
    ...common,
    name: 'orders-api',
    description: 'Takes orders',
    runtime: 'spring-boot',
    platform: 'ecs',
    kind: 'api',
    ingress: 'public',
    postgres: true,
    table: {},
    scaling: { by: 'queue', min: 1, max: 3 },
    queues: common.queues.map(queue => ({
      ...queue,
      name: `api-${queue.name}`,
    })),
  },
  {
    ...common,
    name: 'order-mailer',
    description: 'Mails about orders',
    runtime: 'go',
    platform: 'eks',
    kind: 'worker',
    subscriptions: [
      {
        queue: 'orders-created',
        source: 'topic',
        name: 'orders-events',
        eventTypes: ['OrderCreated'],
      },
      { queue: 'orders-created', source: 'bus', name: 'acme-events' },
    ],
    table: {
      partitionKey: 'customerId',
      sortKey: 'createdAt',
      ttlAttribute: 'expiresAt',
      indexes: [{ name: 'by-status', partitionKey: 'status' }],
    },
  },
];
