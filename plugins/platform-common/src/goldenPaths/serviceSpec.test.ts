import { serviceSpecSchema } from './serviceSpec';

const service = {
  name: 'order-mailer',
  description: 'Mails customers',
  owner: 'group:default/orders',
  system: 'system:default/order-system',
  environments: ['dev'],
  runtime: 'go',
  platform: 'eks',
  kind: 'api',
};
const nineQueues = [...'abcdefghi'].map(letter => ({
  name: `queue-${letter}`,
}));

describe('serviceSpecSchema', () => {
  it('fills in what a newcomer leaves out', () => {
    expect(serviceSpecSchema.parse(service)).toMatchObject({
      queues: [],
      ingress: 'none',
      scaling: { by: 'cpu', min: 1, max: 4 },
      postgres: false,
    });
  });

  it.each<[object, string, RegExp]>([
    [{ name: 'Order' }, 'name', /3 to 32 lower-case letters/],
    [{ name: 'order--mailer' }, 'name', /single dashes/],
    [{ name: 'order-push' }, 'name', /must not end with .*-push/],
    [{ name: 'order-idempotency' }, 'name', /must not end with/],
    [
      { name: 'order-databases', postgres: true },
      'name',
      /must not hold '-database' with PostgreSQL/,
    ],
    [{ kind: 'worker' }, 'queues', /at least one queue/],
    [
      { kind: 'worker', queues: [{ name: 'orders' }], ingress: 'public' },
      'ingress',
      /must be 'none' for a worker/,
    ],
    [{ scaling: { by: 'queue' } }, 'scaling.by', /choose 'cpu'/],
    [{ scaling: { min: 5, max: 4 } }, 'scaling.max', /as many as min/],
    [{ scaling: { max: 1000 } }, 'scaling.max', /100/],
    [
      { platform: 'ecs', queues: nineQueues, scaling: { by: 'queue' } },
      'scaling.by',
      /8 queues at most on ECS/,
    ],
    [{ platform: 'ecs', canary: true }, 'canary', /needs the platform 'eks'/],
    [
      { queues: [{ name: 'orders', contentBasedDeduplication: true }] },
      'queues.0.contentBasedDeduplication',
      /FIFO queues only/,
    ],
    [
      { queues: [{ name: 'orders', retentionDays: 10, dlqRetentionDays: 10 }] },
      'queues.0.dlqRetentionDays',
      /must be longer than retentionDays \(10\)/,
    ],
    [
      { queues: [{ name: 'orders' }, { name: 'orders' }] },
      'queues.1.name',
      /there twice/,
    ],
    [
      {
        queues: [{ name: 'orders', fifo: true }],
        subscriptions: [{ queue: 'orders', source: 'topic', name: 'events' }],
      },
      'subscriptions.0.queue',
      /is a FIFO queue/,
    ],
    [
      { subscriptions: [{ queue: 'none', source: 'bus', name: 'events' }] },
      'subscriptions.0.queue',
      /none of the queues/,
    ],
  ])('refuses %j at %s', (change, field, message) => {
    const { error } = serviceSpecSchema.safeParse({ ...service, ...change });
    expect(error?.issues.map(({ path }) => path.join('.'))).toContain(field);
    expect(error?.issues.map(issue => issue.message).join('\n')).toMatch(
      message,
    );
  });
});
