import { gzipSync } from 'node:zlib';
import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import { ActWorld } from './__testUtils__/ActWorld';
import { queueArn } from './__fixtures__/testEntities';

jest.setTimeout(60_000);

const path = (queue: string, act: string, entity = 'orders') =>
  `/api/slipway-queues/v1/entities/component/default/${entity}/queues/dev/${queue}/${act}`;

describe('looking into messages', () => {
  let world: ActWorld;
  const entities = [
    ActWorld.component('orders', [
      'orders',
      'orders.fifo',
      'hostile',
      'big',
      'huge',
      'filling',
    ]),
    ActWorld.component('thief', [
      queueArn('orders').slice(queueArn('').length),
    ]),
  ];

  beforeAll(async () => {
    world = await ActWorld.start();
    for (const name of [
      'orders',
      'orders.fifo',
      'hostile',
      'big',
      'huge',
      'filling',
    ]) {
      await world.createPair(name);
    }
    world.fail('orders', [
      ...Array.from({ length: 12 }, (_, id) => ({
        body: JSON.stringify({
          id,
          password: 'hunter2',
          error: { type: 'PaymentRefused', message: `card ${id} declined` },
        }),
        attributes: {
          apiKey: { DataType: 'String', StringValue: 'k' },
          raw: { DataType: 'Binary', BinaryValue: gzipSync('inside') },
        },
        traceHeader: 'Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1',
      })),
      { body: 'one of another kind' },
    ]);
    world.fail(
      'orders.fifo',
      [1, 2, 3, 4].map(id => ({ body: `m${id}`, groupId: id < 4 ? 'a' : 'b' })),
    );
    world.fail(
      'hostile',
      [
        '<script>alert(1)</script>',
        '\u001b[2J\u001b]0;owned\u0007',
        `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
        Buffer.from([0xff, 0xfe, 0x00, ...Buffer.alloc(64, 0xc3)]).toString(
          'base64',
        ),
        'txt.exe\u202Efdp.',
        gzipSync(Buffer.alloc(100_000_000)).toString('base64'),
      ].map(body => ({ body })),
    );
    world.fail(
      'big',
      Array.from({ length: 20 }, (_, id) => ({
        body: JSON.stringify({ id, blob: 'x'.repeat(262_000) }),
      })),
    );
    world.fail(
      'huge',
      Array.from({ length: 10_000 }, (_, id) => ({
        body: JSON.stringify({ id }),
      })),
    );
  });
  afterEach(() => world.stopPortals());
  afterAll(() => world?.stop());

  it('shows dead letters masked and grouped, releases them, and says what looking did', async () => {
    const portal = await world.portal({
      entities,
      config: { traceUrl: 'https://traces/{traceId}' },
    });
    const { status, body, headers } = await request(portal.server)
      .post(path('orders-dlq', 'peek'))
      .send({ limit: 50 });
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(body).toMatchObject({
      queue: 'orders-dlq',
      environment: 'dev',
      total: 13,
      hiddenSeconds: 0,
    });
    expect(body.notes[0]).toMatch(/raised the receive count/);
    expect(body.messages).toHaveLength(13);
    expect(body.messages[0]).toMatchObject({
      sourceQueue: 'orders',
      receiveCount: expect.any(Number),
      expiresAt: expect.any(String),
      trace: {
        id: '1-5759e988-bd862e3fe1be46a994272793',
        url: 'https://traces/1-5759e988-bd862e3fe1be46a994272793',
      },
      attributes: [
        { name: 'apiKey', type: 'String', value: '[masked]' },
        { name: 'raw', type: 'Binary', value: 'inside' },
      ],
      body: { kind: 'json', masked: 1 },
    });
    expect(JSON.stringify(body)).not.toContain('hunter2');
    expect(
      body.groups.map((g: { title: string; count: number }) => [
        g.title,
        g.count,
      ]),
    ).toEqual([
      ['PaymentRefused: card <n> declined', 12],
      ['one of another kind', 1],
    ]);
    expect(world.hidden('orders-dlq')).toBe(0);
    const again = await request(portal.server)
      .post(path('orders-dlq', 'peek'))
      .send({});
    expect(again.body.messages).toHaveLength(13);
    expect(again.body.messages[0].receiveCount).toBe(
      body.messages[0].receiveCount + 1,
    );
    expect(portal.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'messages-peek',
        meta: {
          userRef: 'user:default/mock',
          entityRef: 'component:default/orders',
          environment: 'dev',
          queue: 'orders-dlq',
          limit: 50,
        },
      }),
    );
    expect(JSON.stringify(portal.auditEvent.success.mock.calls)).not.toMatch(
      /declined|another kind/,
    );
  });

  it('sees what it can of a FIFO queue, and says what it cannot', async () => {
    const { server } = await world.portal({ entities });
    const { body } = await request(server)
      .post(path('orders-dlq.fifo', 'peek'))
      .send({});
    expect(body.messages.map((m: { groupId: string }) => m.groupId)).toEqual([
      'a',
      'a',
      'a',
      'b',
    ]);
    expect(body.messages[0].expiresAt).toBeUndefined();
    expect(body.notes.join()).toMatch(/FIFO/);
    expect(world.hidden('orders-dlq.fifo')).toBe(0);
  });

  it('shows hostile bodies as plain text', async () => {
    const { server } = await world.portal({ entities });
    const { body } = await request(server)
      .post(path('hostile-dlq', 'peek'))
      .send({});
    expect(body.messages).toHaveLength(6);
    const texts = body.messages.map(
      (m: { body: { text: string } }) => m.body.text,
    );
    expect(texts[1]).toBe('␛[2J␛]0;owned␇');
    expect(texts[3]).toMatch(/^00000000 {2}ff fe 00/);
    expect(texts[4]).toBe('txt.exe<U+202E>fdp.');
    expect(texts[5]).toMatch(/gzip of more than/);
  });

  it('bounds bodies of 256 KB, and the time they take', async () => {
    const { server } = await world.portal({
      entities,
      config: { peek: { maxBodyBytes: 2_048 } },
    });
    const started = Date.now();
    const { body } = await request(server)
      .post(path('big-dlq', 'peek'))
      .send({ limit: 20 });
    expect(body.messages).toHaveLength(20);
    expect(body.messages[0].body).toMatchObject({
      truncatedAt: 2_048,
      bytes: expect.any(Number),
    });
    expect(JSON.stringify(body).length).toBeLessThan(100_000);
    expect(Date.now() - started).toBeLessThan(10_000);
  });

  it('exports 10,000 messages as a stream, each once', async () => {
    const portal = await world.portal({ entities });
    const { status, headers, text } = await request(portal.server)
      .post(path('huge-dlq', 'export'))
      .send({ limit: 10_000 })
      .buffer(true)
      .parse((res, done) => {
        let all = '';
        res.on('data', chunk => (all += chunk));
        res.on('end', () => done(null, all));
      })
      .then(res => ({
        status: res.status,
        headers: res.headers,
        text: String(res.body),
      }));
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(/^application\/x-ndjson/);
    const ids = text
      .trim()
      .split('\n')
      .map(line => JSON.parse(line).id);
    expect(new Set(ids).size).toBe(10_000);
    expect(world.hidden('huge-dlq')).toBe(0);
    expect(portal.auditEvent.success).toHaveBeenCalledWith({
      meta: { messages: 10_000 },
    });
    world.world.counter.reset();
    const peek = await request(portal.server)
      .post(path('huge-dlq', 'peek'))
      .send({ limit: 100 });
    expect(peek.body).toMatchObject({ total: 10_000 });
    expect(peek.body.messages).toHaveLength(100);
    expect(world.world.counter.counts().SQS).toMatchObject({
      ReceiveMessage: 10,
      ChangeMessageVisibilityBatch: 10,
    });
  }, 240_000);

  it.each([
    ['throttled', { throttleRate: 1 }, 'throttling'],
    ['broken', { failRate: 1, failStatus: 500 }, 'could not be reached'],
    [
      'denied',
      { denied: true },
      'AWS denied sqs:ReceiveMessage. Allow sqs:ReceiveMessage',
    ],
    ['dead', { dead: true }, 'could not be reached'],
  ])('answers 503 with words when SQS is %s', async (_, rule, message) => {
    const portal = await world.portal({ entities });
    world.world.chaos.set('aws/SQS/ReceiveMessage', rule);
    for (const act of ['peek', 'export']) {
      const { status, body } = await request(portal.server)
        .post(path('orders-dlq', act))
        .send({});
      expect(status).toBe(503);
      expect(body.error.message).toContain(message);
    }
    expect(portal.auditEvent.fail).toHaveBeenCalledTimes(2);
  });

  it('ends an export of a queue that fills faster than it is read', async () => {
    world.fail(
      'filling',
      Array.from({ length: 12 }, (_, id) => ({ body: `m${id}` })),
    );
    const { server } = await world.portal({ entities });
    let more = 0;
    const filling = setInterval(() => {
      more += 1;
      world.fail('filling', [{ body: `later${more}` }]);
    }, 200);
    try {
      const { body } = await request(server)
        .post(path('filling-dlq', 'export'))
        .send({ limit: 10_000 })
        .buffer(true)
        .parse((res, done) => {
          const chunks: Buffer[] = [];
          res.on('data', chunk => chunks.push(Buffer.from(chunk)));
          res.on('end', () => done(null, Buffer.concat(chunks)));
        })
        .expect(200);
      const lines = String(body).trim().split('\n');
      expect(lines.length).toBeGreaterThanOrEqual(12);
      expect(lines.length).toBeLessThan(40);
    } finally {
      clearInterval(filling);
    }
  });

  it('says that messages stay hidden when they could not be released', async () => {
    const { server } = await world.portal({
      entities,
      config: { peek: { visibility: { seconds: 7 } } },
    });
    world.world.chaos.set('aws/SQS/ChangeMessageVisibilityBatch', {
      denied: true,
    });
    const { status, body } = await request(server)
      .post(path('orders-dlq', 'peek'))
      .send({});
    expect(status).toBe(200);
    expect(body.hiddenSeconds).toBe(7);
    expect(body.notes.join()).toContain(
      '13 could not be released and stay hidden from others for up to 7 s',
    );
    await world.world.clock.advance(8_000);
    expect(world.hidden('orders-dlq')).toBe(0);
  });

  it('asks another permission for queues that consumers work on, and says what a look does there', async () => {
    await world.createPair('live');
    const live = [ActWorld.component('orders', ['live'])];
    const denied = await world.portal({
      entities: live,
      denies: ({ permission }) =>
        permission.name === 'slipway.queues.messages.peek',
    });
    const no = await request(denied.server).post(path('live', 'peek')).send({});
    expect(no.status).toBe(403);
    expect(no.body.error.message).toContain('slipway.queues.messages.peek');
    const allowed = await world.portal({
      entities: live,
      denies: ({ permission }) =>
        permission.name === 'slipway.queues.dead-letters.peek',
    });
    const yes = await request(allowed.server)
      .post(path('live', 'peek'))
      .send({});
    expect(yes.status).toBe(200);
    expect(yes.body.messages).toEqual([]);
    expect(yes.body.notes.join()).toMatch(/no dead-letter queue/);
    const exported = await request(allowed.server)
      .post(path('live', 'export'))
      .send({});
    expect(exported.status).toBe(400);
    expect(exported.body.error.message).toMatch(/no dead-letter queue/);
  });

  it.each([
    ['limit', { limit: 0 }],
    ['limit', { limit: 101 }],
    ['limit', { limit: 'all' }],
    ['arn', { arn: queueArn('orders-dlq') }],
  ])('refuses a wrong body, naming %s', async (field, sent) => {
    const { server } = await world.portal({ entities });
    const { status, body } = await request(server)
      .post(path('orders-dlq', 'peek'))
      .send(sent);
    expect(status).toBe(400);
    expect(body.error.message).toContain(field);
  });

  it.each([
    [400, 'a%0ab'],
    [400, encodeURIComponent(queueArn('orders-dlq'))],
    [403, 'somebody-elses-dlq'],
  ])('answers %s for the queue %s', async (expected, queue) => {
    const { server } = await world.portal({ entities });
    expect(
      (await request(server).post(path(queue, 'peek')).send({})).status,
    ).toBe(expected);
  });

  it('refuses who is not signed in, and entities that are not there', async () => {
    const { server } = await world.portal({ entities });
    const anonymous = await request(server)
      .post(path('orders-dlq', 'peek'))
      .set('Authorization', mockCredentials.none.header());
    expect(anonymous.status).toBe(401);
    expect(
      (
        await request(server)
          .post(path('orders-dlq', 'peek', 'nobody'))
          .send({})
      ).status,
    ).toBe(404);
  });

  it('refuses in read-only mode', async () => {
    const { server } = await world.portal({
      entities,
      config: { readOnly: true },
    });
    const { status, body } = await request(server)
      .post(path('orders-dlq', 'peek'))
      .send({});
    expect(status).toBe(403);
    expect(body.error.message).toContain('slipway.queues.readOnly');
  });
});
