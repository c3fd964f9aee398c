import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { annotations } from '@slipway/platform-common';
import {
  HISTORY_RANGES,
  queueHistoryResponseSchema,
} from '@slipway/plugin-queues-common';
import request from 'supertest';
import { queueArn } from './__fixtures__/testEntities';
import { component } from './__testUtils__/entities';
import { ReadWorld } from './__testUtils__/ReadWorld';

jest.setTimeout(60_000);

const entities = [
  component('busy', {
    annotations: {
      [annotations.sqsQueueArn]: queueArn('dev-orders-created'),
    },
  }),
  component('other', {
    annotations: { [annotations.sqsQueueArn]: queueArn('dev-lonely') },
  }),
];
const path = (queue: string, component_ = 'busy') =>
  `/api/slipway-queues/v1/entities/component/default/${component_}/queues/${queue}/history`;

describe('the history of a queue', () => {
  let world: ReadWorld;

  beforeAll(async () => {
    world = await ReadWorld.start();
    await world.createQueue('dev-lonely');
    await world.createQueue('dev-foreign');
  });
  afterEach(() => world.calmDown());
  afterAll(() => world.stop());

  it.each(Object.entries(HISTORY_RANGES))(
    'covers %s with its dead-letter queue, in one call',
    async (range, { seconds, period }) => {
      const server = await world.startPortal({ entities });
      world.counter.reset();
      const { body } = await request(server)
        .get(path('dev/dev-orders-created'))
        .query({ range })
        .expect(200);
      const answer = queueHistoryResponseSchema.parse(body);
      expect(answer.range).toBe(range);
      expect(answer.dlq?.state).toBe('ok');
      const { visible = [], sent = [] } = answer.queue.data ?? {};
      expect([visible.length, sent.length]).toEqual([
        seconds / period,
        seconds / period,
      ]);
      expect(visible.some(({ value }) => value !== undefined)).toBe(true);
      expect(visible[1].time - visible[0].time).toBe(period * 1000);
      // 14 days of two queues in points of an hour, or five minutes of a day: pages of 100,800 points are enough.
      expect(world.counter.counts().CloudWatch).toEqual({ GetMetricData: 1 });
    },
  );

  it('shares one call among 20 viewers, and a batch among queues', async () => {
    const server = await world.startPortal({ entities });
    world.counter.reset();
    const asked = await Promise.all(
      Array.from({ length: 20 }, (_, viewer) =>
        request(server)
          .get(
            viewer % 2
              ? path('dev/dev-orders-created')
              : path('dev/dev-lonely', 'other'),
          )
          .query({ range: '1h' }),
      ),
    );
    expect(new Set(asked.map(({ status }) => status))).toEqual(new Set([200]));
    expect(world.counter.counts().CloudWatch.GetMetricData).toBeLessThanOrEqual(
      2,
    );
  });

  it('draws nothing, and no zeros, where CloudWatch is silent', async () => {
    const server = await world.startPortal({ entities });
    const { body } = await request(server).get(path('dev/dev-lonely', 'other'));
    expect(body).toMatchObject({
      range: '3h',
      queue: { state: 'ok', data: { visible: [], sent: [], oldestAge: [] } },
    });
    expect(body.dlq).toBeUndefined();
  });

  it('finds a dead-letter queue by its own name', async () => {
    const server = await world.startPortal({ entities });
    const { body } = await request(server)
      .get(path('dev/dev-orders-created-dlq'))
      .expect(200);
    expect(body.queue.source.target).toBe('dev-orders-created-dlq');
  });

  it.each([
    [{ denied: true }, 'forbidden'],
    [{ throttleRate: 1 }, 'throttled'],
    [{ failRate: 1, failStatus: 500 }, 'unreachable'],
    [{ dead: true }, 'unreachable'],
  ])('answers that CloudWatch is %j', async (rule, state) => {
    world.chaos.set('aws/CloudWatch', rule);
    const server = await world.startPortal({ entities });
    const { body } = await request(server)
      .get(path('dev/dev-orders-created'))
      .expect(200);
    expect(body.queue).toMatchObject({
      state,
      message: expect.any(String),
      fix: expect.any(String),
    });
  });

  it.each([
    [400, path('dev/dev-orders-created'), { range: '2h' }, 'one of 1h, 3h'],
    [400, path('dev/dev-orders-created'), { range: ['1h', '3h'] }, 'range'],
    [400, path('DEV/dev-orders-created'), {}, 'name of an environment'],
    [400, path('dev/a%2Fb'), {}, 'name of a queue'],
    [400, path(`dev/${'x'.repeat(81)}`), {}, '80 at most'],
    [400, path('dev/arn:aws:sqs:x'), {}, 'name of a queue'],
    [403, path('dev/dev-foreign'), {}, "has no queue 'dev-foreign' in dev"],
    [403, path('prod/dev-orders-created'), {}, 'has no queue'],
    [404, path('qa/dev-orders-created'), {}, "No environment 'qa'"],
    [404, path('dev/dev-lonely', 'nobody'), {}, 'no entity'],
  ])('answers %s to %s %j', async (status, url, query, message) => {
    const server = await world.startPortal({ entities });
    const { body } = await request(server).get(url).query(query).expect(status);
    expect(body.error.message).toContain(message);
  });

  it('cannot tell what is foreign while SQS does not answer', async () => {
    world.chaos.set('aws/SQS', { denied: true });
    const server = await world.startPortal({ entities });
    const { body } = await request(server)
      .get(path('dev/dev-orders-created-dlq'))
      .expect(503);
    expect(body.error.message).toContain(
      'AWS did not answer for dev-orders-created',
    );
  });

  it('is for those who may read the entity', async () => {
    const server = await world.startPortal({
      entities,
      services: [
        mockServices.permissions.factory({ result: AuthorizeResult.DENY }),
      ],
    });
    const url = path('dev/dev-orders-created');
    expect((await request(server).get(url)).status).toBe(403);
    const anonymous = await request(server)
      .get(url)
      .set('Authorization', mockCredentials.none.header());
    expect(anonymous.status).toBe(401);
  });
});
