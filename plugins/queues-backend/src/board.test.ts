import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  AuthorizeResult,
  QueryPermissionRequest,
} from '@backstage/plugin-permission-common';
import { annotations } from '@slipway/platform-common';
import {
  BoardResponse,
  boardResponseSchema,
  BoardRow,
  QUEUES_CHANNEL,
} from '@slipway/plugin-queues-common';
import { Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import request from 'supertest';
import { component, queueResourceOf } from './__testUtils__/entities';
import { PROD, ReadWorld } from './__testUtils__/ReadWorld';

jest.setTimeout(90_000);

const entities = [
  component('worker', {
    annotations: { [annotations.queueAgeObjective]: '5m' },
  }),
  queueResourceOf('dev-quiet', { system: 'system:default/shop' }),
  queueResourceOf('dev-failing', {
    consumers: ['component:default/worker'],
    owner: 'mail',
  }),
  queueResourceOf('dev-failing-dlq', { owner: 'mail' }),
  queueResourceOf('dev-stray-dlq'),
  queueResourceOf('dev-deleted'),
  queueResourceOf('dev-orders-created'),
  queueResourceOf('prod-quiet', { account: PROD }),
];
const BOARD = '/api/slipway-queues/v1/queues';

/** A policy that answers with conditions, which hold for these entities. */
function onlyFor(...names: string[]) {
  const allowed = names.map(name => `resource:default/${name}`);
  return mockServices.permissions.mock({
    authorizeConditional: async requests =>
      requests.map(({ permission }: QueryPermissionRequest) =>
        permission.name === 'slipway.queues.read'
          ? ({
              result: AuthorizeResult.CONDITIONAL,
              pluginId: 'catalog',
              resourceType: 'catalog-entity',
              conditions: {
                rule: 'IS_ENTITY_OWNER',
                resourceType: 'catalog-entity',
                params: {},
              },
            } as const)
          : ({ result: AuthorizeResult.ALLOW } as const),
      ),
    authorize: async requests =>
      requests.map(({ resourceRef = '' }) => ({
        result: allowed.includes(resourceRef)
          ? AuthorizeResult.ALLOW
          : AuthorizeResult.DENY,
      })),
  });
}

describe('the board of queues', () => {
  let world: ReadWorld;

  beforeAll(async () => {
    world = await ReadWorld.start();
    await world.createQueue('dev-failing-dlq');
    await world.createQueue('dev-failing', { dlq: 'dev-failing-dlq' });
    await world.createQueue('dev-quiet');
    await world.createQueue('dev-stray-dlq', {
      attributes: {
        RedriveAllowPolicy: JSON.stringify({ redrivePermission: 'allowAll' }),
      },
    });
    await world.createQueue('prod-quiet', { account: PROD });
    await world.send('dev-failing', 2);
    await world.send('dev-failing-dlq', 4);
    await world.send('dev-stray-dlq', 1);
  });
  afterEach(() => world.calmDown());
  afterAll(() => world.stop());

  const boardOf = async (server: Server): Promise<BoardResponse> => {
    const { body } = await request(server).get(BOARD).expect(200);
    return boardResponseSchema.parse(body);
  };
  const rowOf = ({ rows }: BoardResponse, name: string): BoardRow => {
    const row = rows.find(candidate => candidate.name === name);
    if (!row) {
      throw new Error(`No row ${name}`);
    }
    return row;
  };

  it('is complete at first sight, the riskiest first', async () => {
    const board = await boardOf(await world.startPortal({ entities }));
    expect(board.rows.map(({ name }) => name)).toEqual([
      'dev-failing',
      'dev-stray-dlq',
      'dev-orders-created',
      'dev-quiet',
      'prod-quiet',
      'dev-deleted',
    ]);
    expect(rowOf(board, 'dev-failing')).toMatchObject({
      entityRef: 'resource:default/dev-failing',
      environment: 'dev',
      owner: 'group:default/mail',
      state: 'ok',
      visible: 2,
      ageObjectiveSeconds: 300,
      drain: { trend: 'unknown' },
      dlq: { name: 'dev-failing-dlq', visible: 4 },
      risk: { level: 'warning', reasons: ['4 dead letters'] },
    });
    expect(rowOf(board, 'dev-stray-dlq')).toMatchObject({
      isDlq: true,
      risk: { level: 'warning', reasons: ['1 dead letter'] },
    });
    expect(rowOf(board, 'dev-quiet')).toMatchObject({
      system: 'system:default/shop',
      visible: 0,
      drain: { trend: 'empty' },
      warnings: 1,
      risk: { level: 'ok', reasons: [] },
    });
    expect(rowOf(board, 'dev-deleted')).toMatchObject({
      state: 'not_found',
      risk: { level: 'unknown' },
    });
    expect(board).toMatchObject({ sources: [], mine: [] });
    expect(board.degraded).toBeUndefined();
  });

  it('adds age and rates of queues in use from CloudWatch, and asks nothing of idle ones', async () => {
    const server = await world.startPortal({ entities });
    await boardOf(server);
    await delay(1_500);
    const row = rowOf(await boardOf(server), 'dev-orders-created');
    expect(row.sentPerSecond).toBeGreaterThan(0);
    expect(row.drain?.trend).not.toBe('unknown');
    const { body } = await request(server).get('/api/slipway-queues/v1/cost');
    // One of each queue that seems idle, five of each in use, two of each with dead letters.
    expect(body.metricsLast24h).toBeGreaterThanOrEqual(1 + 5 + 5 + 2 + 2);
    expect(body.metricsLast24h).toBeLessThanOrEqual(3 + 5 + 5 + 3 * 2);
    expect(body.environments[0].environment).toBe('dev');
  });

  it('has no rows that the caller may not see; a dead-letter queue is one where its queue is none', async () => {
    const permissions = onlyFor('dev-failing-dlq', 'prod-quiet');
    const server = await world.startPortal({
      entities,
      services: [permissions.factory],
    });
    const board = await boardOf(server);
    expect(board.rows.map(({ name }) => name)).toEqual([
      'dev-failing-dlq',
      'prod-quiet',
    ]);
    expect(JSON.stringify(board)).not.toMatch(/dev-failing"|dev-quiet/);
    // A second look within half a minute asks the policy nothing.
    await boardOf(server);
    expect(permissions.authorize).toHaveBeenCalledTimes(1);
  });

  it('shows nothing to whom the policy denies, and 401 to nobody', async () => {
    const server = await world.startPortal({
      entities,
      services: [
        mockServices.permissions.factory({ result: AuthorizeResult.DENY }),
      ],
    });
    expect((await boardOf(server)).rows).toEqual([]);
    await request(server)
      .get(BOARD)
      .set('Authorization', mockCredentials.none.header())
      .expect(401);
    const { body } = await request(server)
      .get('/api/slipway-queues/v1/cost')
      .expect(403);
    expect(body.error.message).toContain('slipway.queues.cost.read');
  });

  it.each([
    ['denied', { denied: true }, 'forbidden'],
    ['throttled', { throttleRate: 1 }, 'throttled'],
    ['dead', { dead: true }, 'unreachable'],
  ])('keeps dev when prod is %s', async (_, rule, state) => {
    world.chaos.set(`aws/account/${PROD}`, rule);
    const server = await world.startPortal({ entities });
    await boardOf(server);
    await delay(1_500);
    const board = await boardOf(server);
    expect(board.sources).toEqual([
      {
        state,
        source: { upstream: 'sqs', environment: 'prod' },
        data: { queues: 1 },
        message: expect.stringContaining('1 of 1 queues: AWS'),
        fix: expect.any(String),
      },
    ]);
    expect(rowOf(board, 'dev-failing').visible).toBe(2);
    expect(rowOf(board, 'prod-quiet')).toMatchObject({
      state,
      risk: { level: 'unknown', reasons: [expect.stringContaining('AWS')] },
    });
    expect(rowOf(board, 'prod-quiet').visible).toBeUndefined();
  });

  it('tells when ages and rates may not be read, and shows counts', async () => {
    world.chaos.set('aws/CloudWatch', { denied: true });
    const server = await world.startPortal({ entities });
    await boardOf(server);
    await delay(1_500);
    const board = await boardOf(server);
    expect(board.sources).toMatchObject([
      {
        state: 'forbidden',
        source: { upstream: 'cloudwatch', environment: 'dev' },
        message: expect.stringContaining('cloudwatch:GetMetricData'),
      },
    ]);
    expect(rowOf(board, 'dev-failing').dlq?.visible).toBe(4);
  });

  it('stops reading CloudWatch when the budget is used up, and says so', async () => {
    const server = await world.startPortal({
      entities,
      queues: { cloudwatch: { dailyBudget: 0.00001 } },
    });
    await boardOf(server);
    await delay(1_500);
    world.counter.reset();
    const board = await boardOf(server);
    expect(board.degraded).toContain('budget is used up');
    expect(rowOf(board, 'dev-failing').visible).toBe(2);
    expect(world.counter.counts().CloudWatch).toBeUndefined();
    const { body } = await request(server).get('/api/slipway-queues/v1/cost');
    expect(body).toMatchObject({ mode: 'paused', dailyBudget: 0.00001 });
  });

  it('costs the same upstream calls for 50 viewers as for one', async () => {
    const server = await world.startPortal({ entities });
    world.counter.reset();
    await Promise.all(Array.from({ length: 50 }, () => boardOf(server)));
    // Seven queues in the catalog, and one dead-letter queue that is not.
    expect(world.counter.counts().SQS).toEqual({ GetQueueAttributes: 8 });
  });

  it('is written once for all who see the same, and not sent again to who has it', async () => {
    const userInfo = (ownershipEntityRefs: string[]) =>
      mockServices.userInfo.mock({
        getUserInfo: async () => ({
          userEntityRef: 'user:default/mock',
          ownershipEntityRefs,
        }),
      });
    const owner = 'group:default/mail';
    const own = userInfo([owner, 'group:default/owns-nothing']);
    const server = await world.startPortal({
      entities,
      services: [own.factory],
    });
    const first = await request(server).get(BOARD).expect(200);
    expect(first.body.mine).toEqual([owner]);
    expect(first.headers).toMatchObject({
      'content-encoding': 'gzip',
      'cache-control': 'private, no-cache',
      vary: expect.stringContaining('Accept-Encoding'),
    });
    const plain = await request(server)
      .get(BOARD)
      .set('Accept-Encoding', 'identity');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(boardResponseSchema.parse(plain.body).mine).toEqual([owner]);
    const again = await request(server)
      .get(BOARD)
      .set('If-None-Match', plain.headers.etag);
    expect([again.status, again.text]).toEqual([304, '']);
    own.getUserInfo.mockResolvedValue({
      userEntityRef: 'user:default/mock',
      ownershipEntityRefs: [],
    });
    expect((await boardOf(server)).mine).toEqual([]);
  });

  it('signals which queues changed, by ids that name nothing', async () => {
    const publish = jest.fn(async (_: unknown) => {});
    const server = await world.startPortal({
      entities,
      services: [
        createServiceFactory({
          service: signalsServiceRef,
          deps: {},
          factory: () => ({ publish }),
        }),
      ],
    });
    const before = await boardOf(server);
    await world.send('dev-failing-dlq', 1);
    for (let tries = 0; tries < 60 && !publish.mock.calls.length; tries += 1) {
      await delay(250);
      await boardOf(server);
    }
    expect(publish.mock.calls[0][0]).toEqual({
      recipients: { type: 'broadcast' },
      channel: QUEUES_CHANNEL,
      message: {
        ids: expect.arrayContaining([rowOf(before, 'dev-failing').id]),
      },
    });
    expect(JSON.stringify(publish.mock.calls)).not.toMatch(/dev-|arn:|1111/);
  });
});
