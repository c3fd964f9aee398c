import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import {
  Outbox,
  queueEntity,
  startWatchingPortal,
} from './__testUtils__/startWatchingPortal';
import { WatchedWorld } from './__testUtils__/WatchedWorld';

jest.setTimeout(60_000);

const PROD = '222222222222';
const entities = [
  queueEntity('dev-orders', 'orders'),
  queueEntity('dev-orders-dlq', 'payments'),
  queueEntity('dev-mail', 'mail'),
  queueEntity('prod-orders', 'orders', PROD),
];

describe('the look at dead-letter queues', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  let world: WatchedWorld;
  let knex: Knex;
  const outbox = new Outbox();
  const running: Array<{ stop(): Promise<void> }> = [];

  async function start(
    options: Partial<Parameters<typeof startWatchingPortal>[0]> = {},
  ) {
    const portal = await startWatchingPortal({
      knex,
      entities,
      outbox,
      ...options,
    });
    running.push(portal);
    return portal;
  }

  beforeEach(async () => {
    world = await WatchedWorld.start();
    await world.createPair('dev-orders');
    await world.createPair('dev-mail');
    await world.createPair('prod-orders', PROD);
    knex = await databases.init('SQLITE_3');
  });

  afterEach(async () => {
    outbox.failure = undefined;
    outbox.take();
    await Promise.all(running.splice(0).map(portal => portal.stop()));
    await world.stop();
  });

  it('tells the owner once when one fills, and again after it was emptied', async () => {
    const { look } = await start();
    await look();
    expect(outbox.take()).toEqual([]);

    await world.send('dev-orders-dlq', 3);
    await world.pass(2);
    await look();
    expect(outbox.sent).toMatchObject([
      {
        recipients: { type: 'entity', entityRef: 'group:default/payments' },
        payload: {
          title: '3 dead letters in dev-orders-dlq (dev)',
          link: '/catalog/default/resource/dev-orders-dlq/queues',
          severity: 'high',
        },
      },
    ]);
    outbox.take();

    await world.send('dev-orders-dlq', 5);
    await world.pass(2);
    await look();
    expect(outbox.take()).toEqual([]);

    // Whom a peek hides messages from must not take the queue for empty.
    await world.peek('dev-orders-dlq');
    await world.pass(2);
    await look();
    await world.pass(2);
    await look();
    await world.purge('dev-orders-dlq');
    await world.pass(2);
    await look();
    await world.pass(2);
    await look();
    await world.send('dev-orders-dlq', 1);
    await world.pass(2);
    await look();
    expect(outbox.take()).toEqual(['1 dead letter in dev-orders-dlq (dev)']);
  });

  it('tells the owner of the source where nobody owns the dead-letter queue', async () => {
    const { look } = await start();
    await look();
    await world.send('dev-mail-dlq', 1);
    await world.pass(2);
    await look();
    expect(outbox.sent).toMatchObject([
      {
        recipients: { entityRef: 'group:default/mail' },
        payload: { link: '/catalog/default/resource/dev-mail/queues' },
      },
    ]);
  });

  it('sends one from two replicas at once, and none after a restart', async () => {
    const [one, other] = [await start(), await start()];
    await world.send('dev-orders-dlq', 3);
    await Promise.all([one.look(), other.look()]);
    await Promise.all([one.look(), other.look()]);
    expect(outbox.take()).toEqual(['3 dead letters in dev-orders-dlq (dev)']);

    const restarted = await start();
    await world.pass(2);
    await restarted.look();
    expect(outbox.take()).toEqual([]);
  });

  it('makes one notification of many old ones at the first look', async () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    for (const name of names) {
      await world.createPair(`dev-${name}`);
      await world.send(`dev-${name}-dlq`, 1);
    }
    const { look } = await start({
      entities: names.map(name => queueEntity(`dev-${name}`, 'orders')),
    });
    await look();
    expect(outbox.take()).toEqual(['5 dead-letter queues need a look']);
  });

  it.each([
    ['denied', { denied: true }],
    ['throttled', { throttleRate: 1 }],
    ['dead', { dead: true }],
  ])(
    'neither stops for an account that is %s nor takes it for empty',
    async (_, rule) => {
      await world.send('prod-orders-dlq', 2, PROD);
      const { look } = await start();
      await look();
      expect(outbox.take()).toEqual([
        '2 dead letters in prod-orders-dlq (prod)',
      ]);

      world.chaos.set(`aws/account/${PROD}`, rule);
      await world.send('dev-orders-dlq', 1);
      for (let round = 0; round < 3; round += 1) {
        await world.pass(12);
        await look();
      }
      expect(outbox.take()).toEqual(['1 dead letter in dev-orders-dlq (dev)']);

      world.chaos.reset();
      await world.pass(2);
      await look();
      expect(outbox.take()).toEqual([]);
    },
  );

  it('warns before messages are lost, and reads CloudWatch for full queues only, and seldom', async () => {
    // An hour of retention: near when 30 minutes are left, imminent when 5 are; CloudWatch is five minutes coarse.
    await world.createPair('dev-short', undefined, 3_600);
    const { look } = await start({
      entities: [queueEntity('dev-short', 'orders'), ...entities],
    });
    await world.send('dev-short-dlq', 2);
    await look();
    expect(outbox.take()).toEqual(['2 dead letters in dev-short-dlq (dev)']);
    world.counter.reset();
    const told: string[] = [];
    for (let minute = 2; minute <= 58; minute += 2) {
      await world.pass(2);
      await look();
      told.push(
        ...outbox.sent
          .splice(0)
          .map(
            ({ payload }) => `${minute} ${payload.severity} ${payload.title}`,
          ),
      );
    }
    expect(told).toEqual([
      expect.stringMatching(
        /^(2[5-9]|3[0-4]) high Dead letters in dev-short-dlq \(dev\) are about to be lost$/,
      ),
      expect.stringMatching(/^5[0-8] critical Dead letters in dev-short-dlq/),
    ]);
    // Of one queue only, and less often than each look.
    const { GetMetricData } = world.counter.counts().CloudWatch;
    expect(GetMetricData).toBeLessThanOrEqual(20);
  });

  it('holds back in quiet hours what can wait, and sends it after them', async () => {
    const time = (minutes: number) =>
      new Date(Date.now() + minutes * 60_000).toISOString().slice(11, 16);
    const { look } = await start({
      watch: {
        quietHours: { from: time(0), to: time(30) },
      },
    });
    await look();
    await world.send('dev-orders-dlq', 3);
    await world.send('dev-mail-dlq', 2);
    await world.pass(4);
    await look();
    expect(outbox.take()).toEqual([]);
    await world.purge('dev-mail-dlq');
    await world.pass(30);
    await look();
    expect(outbox.take()).toEqual([
      '3 dead letters in dev-orders-dlq (dev)',
      'Dead letters came and went in dev-mail-dlq (dev)',
    ]);
    await world.pass(2);
    await look();
    expect(outbox.take()).toEqual([]);
  });

  it('lets through in quiet hours what is lost before they end', async () => {
    const now = new Date().toISOString().slice(11, 16);
    const before = new Date(Date.now() - 60_000).toISOString().slice(11, 16);
    await world.createPair('dev-short', undefined, 3_600);
    await world.send('dev-short-dlq', 2);
    const { look } = await start({
      entities: [queueEntity('dev-short', 'orders')],
      watch: { quietHours: { from: now, to: before } },
    });
    await world.pass(57);
    await look();
    expect(outbox.take()).toEqual([
      'Dead letters in dev-short-dlq (dev) are about to be lost',
    ]);
  });

  it('keeps what could not be sent', async () => {
    const { look } = await start();
    outbox.failure = new Error('notifications are down');
    await world.send('dev-orders-dlq', 3);
    await look();
    outbox.failure = undefined;
    await world.pass(2);
    await look();
    expect(outbox.take()).toEqual(['3 dead letters in dev-orders-dlq (dev)']);
    await world.pass(2);
    await look();
    expect(outbox.take()).toEqual([]);
  });

  it('does nothing when it is switched off', async () => {
    const { look } = await start({ watch: { enabled: false } });
    await expect(look()).rejects.toThrow('not found');
  });
});
