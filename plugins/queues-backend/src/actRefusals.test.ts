import { mockCredentials } from '@backstage/backend-test-utils';
import { annotations } from '@slipway/platform-common';
import request from 'supertest';
import { ActWorld } from './__testUtils__/ActWorld';

jest.setTimeout(60_000);

const bodies = (count: number, fifo = false) =>
  Array.from({ length: count }, (_, id) => ({
    body: `m${id}`,
    groupId: fifo ? 'g' : undefined,
  }));

describe('refusals of acts', () => {
  let world: ActWorld;

  beforeAll(async () => {
    world = await ActWorld.start();
  });
  afterEach(() => world.stopPortals());
  afterAll(() => world?.stop());

  const setUp = (
    letters: number,
    options: Parameters<ActWorld['deadLetters']>[1] = {},
  ) => world.deadLetters(bodies(letters, options.fifo), options);

  it.each([
    [
      'a tag',
      { tags: { 'slipway:redrive': 'never' } },
      'has the AWS tag slipway:redrive=never',
    ],
    [
      'read-only mode',
      { config: { readOnly: true } },
      'slipway.queues.readOnly',
    ],
  ])('refuses by %s, and says so before', async (_, options, message) => {
    const it = await setUp(2, options);
    expect((await it.get('redrive-preview')).body.blockers.join()).toContain(
      message,
    );
    expect((await it.get('actions')).body).toMatchObject({
      redrive: { allowed: false, reason: expect.stringContaining(message) },
      cancel: { allowed: true },
    });
    const { status, body } = await it.post('redrives', { confirm: it.dlq });
    expect(status).toBe(403);
    expect(body.error.message).toContain(message);
    expect(world.count(it.dlq)).toBe(2);
  });

  it('refuses by an annotation, and when tags cannot be read', async () => {
    const it = await setUp(2);
    const [entity] = it.entities;
    const annotated = {
      ...entity,
      metadata: {
        ...entity.metadata,
        annotations: {
          ...entity.metadata.annotations,
          [annotations.queueRedrive]: 'never',
        },
      },
    };
    const portal = await world.portal({ entities: [annotated] });
    const refused = await request(portal.server)
      .post(it.path('redrives'))
      .send({ confirm: it.dlq });
    expect(refused.status).toBe(403);
    expect(refused.body.error.message).toContain(
      'slipway.io/queue-redrive: never',
    );
    world.world.chaos.set('aws/SQS/ListQueueTags', { denied: true });
    const untold = await it.post('redrives', { confirm: it.dlq });
    expect(untold.status).toBe(403);
    expect(untold.body.error.message).toMatch(
      /cannot be told: AWS denied sqs:ListQueueTags. Allow/,
    );
  });

  it.each([
    ['confirm', {}],
    ['confirm must be the name of the dead-letter queue', { confirm: 'yes' }],
    [
      'velocity must be 100 messages a second at most',
      { confirm: 'DLQ', velocity: 200 },
    ],
    ['velocity', { confirm: 'DLQ', velocity: 501 }],
    ['messageIds', { confirm: 'DLQ', messageIds: [] }],
    ['messageIds', { confirm: 'DLQ', messageIds: Array(51).fill('x') }],
    [
      'target',
      { confirm: 'DLQ', target: 'arn:aws:sqs:eu-west-1:111111111111:other' },
    ],
  ])('refuses a wrong command, naming %s', async (message, sent) => {
    const it = await setUp(1);
    const confirm =
      'confirm' in sent && sent.confirm === 'DLQ' ? { confirm: it.dlq } : {};
    const { status, body } = await it.post('redrives', { ...sent, ...confirm });
    expect(status).toBe(400);
    expect(body.error.message).toContain(message);
  });

  it('refuses a queue that is no dead-letter queue', async () => {
    const it = await setUp(1);
    const { status, body } = await request(it.server)
      .post(it.path('redrives').replace(it.dlq, it.source))
      .send({ confirm: it.source });
    expect(status).toBe(400);
    expect(body.error.message).toContain('no dead-letter queue');
  });

  it('asks on every route who it is and what they may do', async () => {
    const it = await setUp(1, { denies: () => true });
    const routes: Array<['get' | 'post', string]> = [
      ['get', 'actions'],
      ['post', 'peek'],
      ['post', 'export'],
      ['get', 'redrive-preview'],
      ['get', 'redrives'],
      ['post', 'redrives'],
      ['post', 'redrives/some-id/cancel'],
      ['post', 'snapshot'],
      ['post', 'purge'],
    ];
    const command = {
      redrives: { confirm: it.dlq },
      purge: { confirm: it.dlq, snapshotId: 'x' },
    };
    for (const [method, act] of routes) {
      const sent =
        act in command ? command[act as keyof typeof command] : undefined;
      const call = () => request(it.server)[method](it.path(act)).send(sent);
      expect([act, (await call()).status]).toEqual([act, 403]);
      expect([
        act,
        (await call().set('Authorization', mockCredentials.none.header()))
          .status,
      ]).toEqual([act, 401]);
      expect([
        act,
        (await call().set('Authorization', mockCredentials.service.header()))
          .status,
      ]).toEqual([act, 403]);
    }
    expect(world.world.counter.counts().SQS.PurgeQueue).toBeUndefined();
  });

  it('asks the permission of the queue’s own entity too', async () => {
    const it = await setUp(1);
    const resource = {
      ...ActWorld.component('own', [it.dlq]),
      apiVersion: 'backstage.io/v1beta1',
      kind: 'Resource',
      spec: { type: 'sqs-queue', owner: 'others' },
    };
    const portal = await world.portal({
      entities: [...it.entities, resource],
      denies: ({ permission, ...rest }) =>
        permission.name.includes('redrive') &&
        'resourceRef' in rest &&
        rest.resourceRef === 'resource:default/own',
    });
    const { status, body } = await request(portal.server)
      .post(it.path('redrives'))
      .send({ confirm: it.dlq });
    expect(status).toBe(403);
    expect(body.error.message).toMatch(/belongs to others/);
    const actions = await request(portal.server).get(it.path('actions'));
    expect(actions.body).toMatchObject({
      peek: { allowed: true },
      redrive: {
        allowed: false,
        reason: expect.stringContaining('slipway.queues.dead-letters.redrive'),
      },
      purge: {
        allowed: false,
        reason: expect.stringContaining('Purging is off'),
      },
    });
    expect(portal.authorize.mock.lastCall?.[0]).toHaveLength(10);
  });
});
