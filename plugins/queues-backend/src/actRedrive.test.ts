import { TestDatabases } from '@backstage/backend-test-utils';
import request from 'supertest';
import { ActWorld } from './__testUtils__/ActWorld';

jest.setTimeout(60_000);

const bodies = (count: number, fifo = false) =>
  Array.from({ length: count }, (_, id) => ({
    body: `m${id}`,
    groupId: fifo ? 'g' : undefined,
  }));

describe('redriving all dead letters', () => {
  let world: ActWorld;
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  beforeAll(async () => {
    world = await ActWorld.start();
  });
  afterEach(() => world.stopPortals());
  afterAll(() => world?.stop());

  const setUp = (
    letters: number,
    options: Parameters<ActWorld['deadLetters']>[1] = {},
  ) => world.deadLetters(bodies(letters, options.fifo), options);
  const seconds = (n: number) => world.world.clock.advance(n * 1_000);

  it('previews, starts, follows and finishes, and tells owners, pages and audit', async () => {
    const it = await setUp(25);
    const preview = await it.get('redrive-preview');
    expect(preview.body).toMatchObject({
      count: 25,
      targets: [it.source],
      fifo: false,
      defaultVelocity: 10,
      maxVelocity: 100,
      startedBy: 'user:default/mock',
      blockers: [],
    });
    expect(preview.body.risks.length).toBeGreaterThan(1);
    const started = await it.post('redrives', { confirm: it.dlq });
    expect(started.status).toBe(202);
    expect(started.body).toMatchObject({
      kind: 'all',
      status: 'running',
      velocity: 10,
      toMove: 25,
      moved: 0,
      targets: [it.source],
      startedBy: 'user:default/mock',
    });

    await seconds(1);
    await new Promise(resolve => setTimeout(resolve, 2_600));
    await it.follow();
    const running = await it.get('redrives');
    expect(running.body.redrives).toMatchObject([
      { id: started.body.id, status: 'running', moved: 10 },
    ]);
    expect((await it.get('redrive-preview')).body.running).toMatchObject({
      id: started.body.id,
    });

    await seconds(5);
    await new Promise(resolve => setTimeout(resolve, 2_600));
    await it.follow();
    const done = await it.get('redrives');
    expect(done.body.redrives).toMatchObject([
      { status: 'completed', moved: 25, finishedAt: expect.any(String) },
    ]);
    expect(world.count(it.dlq)).toBe(0);
    expect(world.count(it.source)).toBe(25);

    const [first, last] = [
      it.notifications.send.mock.calls[0][0],
      it.notifications.send.mock.lastCall[0],
    ];
    expect(first).toMatchObject({
      recipients: { entityRef: ['group:default/orders', 'user:default/mock'] },
      payload: {
        title: `Redrive of ${it.dlq} in dev has started`,
        link: '/catalog/default/component/orders/queues',
      },
    });
    expect(last.payload).toMatchObject({
      title: `Redrive of ${it.dlq} in dev is done`,
      scope: first.payload.scope,
    });
    expect(it.signals.publish).toHaveBeenCalledWith(
      expect.objectContaining({
        channel: 'slipway-queues:changed',
        message: { ids: [expect.stringMatching(/^[\w-]{16}$/)] },
      }),
    );
    const events = it.auditor.createEvent.mock.calls.map(([event]) => event);
    expect(events).toMatchObject([
      {
        eventId: 'redrive-start',
        meta: { userRef: 'user:default/mock', queue: it.dlq },
      },
      {
        eventId: 'redrive-finish',
        meta: {
          startedBy: 'user:default/mock',
          before: { toMove: 25 },
          after: { status: 'completed', moved: 25 },
        },
      },
    ]);
  });

  it('refuses a second one with who started the first, on whatever replica', async () => {
    const knex = await databases.init('SQLITE_3');
    const it = await setUp(100, { knex });
    const replica = await world.portal({ entities: it.entities, knex });
    const start = (server: typeof it.server) =>
      request(server).post(it.path('redrives')).send({ confirm: it.dlq });
    const answers = await Promise.all([
      start(it.server),
      start(replica.server),
      start(it.server),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body.error.message).toMatch(
      /mock \(user:default\/mock\) started a redrive of .* which is not over/,
    );
    expect(
      world.world.counter.counts().SQS.StartMessageMoveTask,
    ).toBeGreaterThanOrEqual(1);
    expect((await it.get('redrives')).body.redrives).toHaveLength(1);
  });

  it('shows and refuses what was started outside of Slipway, and cancels it', async () => {
    const it = await setUp(100);
    world.running.aws.moves.start(world.queue(it.dlq), undefined, 5);
    const shown = await it.get('redrives');
    expect(shown.body.redrives).toMatchObject([
      { status: 'running', velocity: 5, targets: [it.source] },
    ]);
    expect(shown.body.redrives[0].startedBy).toBeUndefined();
    const refused = await it.post('redrives', { confirm: it.dlq });
    expect(refused.status).toBe(409);
    expect(refused.body.error.message).toMatch(/started outside of Slipway/);
    const cancelled = await it.post(
      `redrives/${shown.body.redrives[0].id}/cancel`,
    );
    expect(cancelled.body).toMatchObject({
      status: 'cancelling',
      cancelledBy: 'user:default/mock',
    });
    await seconds(2);
    expect(
      (await it.post(`redrives/${shown.body.redrives[0].id}/cancel`)).status,
    ).toBe(409);
  });

  it('cancels, and tells a cancel that came too late from one that did not', async () => {
    const it = await setUp(50);
    const { body } = await it.post('redrives', {
      confirm: it.dlq,
      velocity: 1,
    });
    await seconds(3);
    const cancelled = await it.post(`redrives/${body.id}/cancel`);
    expect(cancelled.body).toMatchObject({
      status: 'cancelling',
      cancelledBy: 'user:default/mock',
    });
    expect((await it.post(`redrives/${body.id}/cancel`)).body.status).toBe(
      'cancelling',
    );
    await seconds(2);
    await new Promise(resolve => setTimeout(resolve, 2_600));
    await it.follow();
    expect((await it.get('redrives')).body.redrives[0]).toMatchObject({
      status: 'cancelled',
      moved: 3,
    });
    expect(world.count(it.dlq) + world.count(it.source)).toBe(50);
    expect((await it.post(`redrives/${body.id}/cancel`)).status).toBe(409);

    const second = await it.post('redrives', {
      confirm: it.dlq,
      velocity: 100,
    });
    await seconds(5);
    const late = await it.post(`redrives/${second.body.id}/cancel`);
    expect(late.status).toBe(409);
    expect(late.body.error.message).toMatch(
      /is over: completed at .*, 47 messages moved/,
    );
    expect((await it.post('redrives/nothing/cancel')).status).toBe(404);
    expect((await it.post('redrives/a%20b/cancel')).status).toBe(400);
  });

  it('finds a redrive again after the portal was killed, also between the row and the answer of SQS', async () => {
    const knex = await databases.init('SQLITE_3');
    const it = await setUp(30, { knex });
    const { body } = await it.post('redrives', {
      confirm: it.dlq,
      velocity: 10,
    });
    await it.backend.stop();
    // As a kill before the answer was kept would leave it.
    await knex('queue_redrives').update({
      status: 'starting',
      task_handle: null,
      beat_at: new Date(0),
    });
    await seconds(1);
    const next = await world.portal({ entities: it.entities, knex });
    await next.follow();
    const list = () => request(next.server).get(it.path('redrives'));
    expect((await list()).body.redrives).toMatchObject([
      { id: body.id, status: 'running', moved: 10 },
    ]);
    await seconds(5);
    await new Promise(resolve => setTimeout(resolve, 2_600));
    await next.follow();
    expect((await list()).body.redrives).toMatchObject([
      { status: 'completed', moved: 30 },
    ]);
  });

  it('calls a redrive failed that SQS never started', async () => {
    const knex = await databases.init('SQLITE_3');
    const it = await setUp(3, { knex });
    world.world.chaos.set('aws/SQS/StartMessageMoveTask', { dead: true });
    const { status, body } = await it.post('redrives', { confirm: it.dlq });
    expect(status).toBe(202);
    expect(body.status).toBe('starting');
    await knex('queue_redrives').update({
      started_at: new Date(Date.now() - 70_000),
      beat_at: new Date(0),
    });
    await it.follow();
    const list = await it.get('redrives');
    expect(list.body.redrives).toMatchObject([
      { status: 'failed', failure: 'SQS did not start it' },
    ]);
    expect(it.auditEvent.fail).toHaveBeenCalled();
    world.world.chaos.reset();
    expect((await it.post('redrives', { confirm: it.dlq })).status).toBe(202);
  });

  it.each([
    ['denied', { denied: true }, 'AWS denied sqs:StartMessageMoveTask'],
    ['throttled', { throttleRate: 1 }, 'throttling'],
  ])(
    'says why when SQS is %s, and lets the next one in',
    async (_, rule, message) => {
      const it = await setUp(3);
      world.world.chaos.set('aws/SQS/StartMessageMoveTask', rule);
      const { status, body } = await it.post('redrives', { confirm: it.dlq });
      expect(status).toBe(503);
      expect(body.error.message).toContain(message);
      world.world.chaos.reset();
      expect((await it.get('redrives')).body.redrives).toMatchObject([
        { status: 'failed', failure: expect.stringContaining(message) },
      ]);
      expect((await it.post('redrives', { confirm: it.dlq })).status).toBe(202);
    },
  );

  it('goes on while progress cannot be read, and fails when the queue is gone', async () => {
    const it = await setUp(30);
    await it.post('redrives', { confirm: it.dlq, velocity: 1 });
    await new Promise(resolve => setTimeout(resolve, 2_600));
    world.world.chaos.set('aws/SQS/ListMessageMoveTasks', { failRate: 1 });
    await it.follow();
    expect((await it.get('redrives')).body.redrives).toMatchObject([
      { status: 'running' },
    ]);
    world.world.chaos.reset();
    world.running.aws.queues.delete(world.queue(it.dlq).identity);
    await new Promise(resolve => setTimeout(resolve, 2_600));
    await it.follow();
    expect(it.notifications.send.mock.lastCall[0].payload).toMatchObject({
      severity: 'high',
      description: expect.stringContaining('does not exist any more'),
    });
  });

  it('moves a FIFO queue, and says what that does to order', async () => {
    const it = await setUp(4, { fifo: true });
    const preview = await it.get('redrive-preview');
    expect(preview.body.fifo).toBe(true);
    expect(preview.body.risks.join()).toMatch(/FIFO: order/);
    await it.post('redrives', { confirm: it.dlq });
    await seconds(3);
    expect(world.count(it.source)).toBe(4);
  });
});
