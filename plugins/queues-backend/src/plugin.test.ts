import {
  CreateQueueCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { ConfigReader } from '@backstage/config';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { TimePoint } from '@slipway/platform-common';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { RunningWorld, startWorld } from '@slipway/local-world';
import { DefaultAwsClients } from '@slipway/platform-node';
import request from 'supertest';
import { testConfig } from './__fixtures__/testConfig';
import {
  byRelation,
  componentWith,
  queueArn,
  queueResource,
} from './__fixtures__/testEntities';
import queuesPlugin from './index';

// Each test starts a backend of its own.
jest.setTimeout(60_000);

const PROD = '222222222222';
const entities = [
  componentWith('orders', [
    // Annotated too, and still shown with its queue only.
    queueArn('dev-wired-dlq'),
    queueArn('dev-wired'),
    queueArn('prod-wired', PROD),
  ]),
  componentWith('none', []),
  componentWith('dlq', [queueArn('dev-wired-dlq')]),
  componentWith('busy', [queueArn('dev-orders-created')]),
  componentWith('hostile', [
    'dev-wired',
    queueArn('dev-wired', '999999999999'),
    'arn:aws:s3:eu-west-1:111111111111:bucket',
    queueArn('dev-never-created'),
  ]),
  byRelation,
  queueResource,
];
const path = (name: string) =>
  `/api/slipway-queues/v1/entities/component/default/${name}/queues`;

describe('queues plugin', () => {
  let world: RunningWorld;
  const running: Array<{ stop(): Promise<void> }> = [];

  async function clientOf(account: string) {
    return DefaultAwsClients.create({
      credentialsManager: DefaultAwsCredentialsManager.fromConfig(
        new ConfigReader(testConfig),
      ),
    }).getClient(SQSClient, { account, region: 'eu-west-1' });
  }

  async function createQueue(
    name: string,
    account: string,
    attributes: Record<string, string> = {},
  ) {
    const sqs = await clientOf(account);
    const { QueueUrl = '' } = await sqs.send(
      new CreateQueueCommand({ QueueName: name, Attributes: attributes }),
    );
    return QueueUrl;
  }

  async function start(
    result:
      | AuthorizeResult.ALLOW
      | AuthorizeResult.DENY = AuthorizeResult.ALLOW,
  ) {
    const backend = await startTestBackend({
      features: [
        queuesPlugin,
        mockServices.rootConfig.factory({ data: testConfig }),
        catalogServiceMock.factory({ entities }),
        mockServices.permissions.factory({ result }),
      ],
    });
    running.push(backend);
    return backend.server;
  }

  beforeAll(async () => {
    world = await startWorld({
      clock: 'manual',
      only: ['aws', 'traffic'],
    });
    process.env.AWS_ENDPOINT_URL = world.urls.aws;
    await createQueue('dev-wired-dlq', '111111111111', {
      RedriveAllowPolicy: JSON.stringify({ redrivePermission: 'allowAll' }),
    });
    const url = await createQueue('dev-wired', '111111111111', {
      RedrivePolicy: JSON.stringify({
        deadLetterTargetArn: queueArn('dev-wired-dlq'),
        maxReceiveCount: 4,
      }),
      MessageRetentionPeriod: '86400',
    });
    await createQueue('prod-wired', PROD);
    await createQueue('dev-payments', '111111111111');
    const sqs = await clientOf('111111111111');
    for (const body of ['one', 'two', 'three']) {
      await sqs.send(
        new SendMessageCommand({ QueueUrl: url, MessageBody: body }),
      );
    }
  }, 60_000);

  afterEach(async () => {
    world?.world.chaos.reset();
    // One that runs on would refresh what was looked at, and be counted.
    await Promise.all(running.splice(0).map(backend => backend.stop()));
  });
  afterAll(async () => {
    delete process.env.AWS_ENDPOINT_URL;
    await world?.stop();
  });

  it('answers depth, dead-letter queue and settings of all environments', async () => {
    const response = await request(await start()).get(path('orders'));
    expect(response.status).toBe(200);
    expect(response.body.problems).toEqual([]);
    expect(response.body.queues).toMatchObject([
      {
        state: 'ok',
        source: { upstream: 'sqs', environment: 'dev', target: 'dev-wired' },
        asOf: expect.any(String),
        data: {
          name: 'dev-wired',
          environment: 'dev',
          visible: 3,
          inFlight: 0,
          delayed: 0,
          fifo: false,
          encrypted: true,
          retentionSeconds: 86_400,
          consoleUrl: expect.stringContaining(
            'eu-west-1.console.aws.amazon.com',
          ),
          dlq: {
            name: 'dev-wired-dlq',
            maxReceiveCount: 4,
            counts: { state: 'ok', data: { visible: 0 } },
          },
        },
      },
      {
        state: 'ok',
        source: { environment: 'prod', target: 'prod-wired' },
        data: { visible: 0 },
      },
    ]);
    expect(response.body.queues[1].data.dlq).toBeUndefined();
  });

  it('finds queues through relations, as Roadie annotates them', async () => {
    const response = await request(await start()).get(path('by-relation'));
    expect(response.body.queues).toMatchObject([
      { state: 'ok', source: { target: 'dev-payments' } },
    ]);
  });

  it('says what is wrong with annotations, and shows what is not there as not found', async () => {
    const response = await request(await start()).get(path('hostile'));
    expect(response.status).toBe(200);
    expect(
      response.body.problems.map((p: { message: string }) => p.message),
    ).toEqual([
      "'dev-wired' is not an ARN",
      `No environment has account 999999999999 in eu-west-1 for '${queueArn(
        'dev-wired',
        '999999999999',
      )}'`,
      "'arn:aws:s3:eu-west-1:111111111111:bucket' is an ARN of s3, not of sqs",
    ]);
    expect(response.body.queues).toMatchObject([
      { state: 'not_found', source: { target: 'dev-never-created' } },
    ]);
  });

  it('knows a dead-letter queue when it sees one', async () => {
    const response = await request(await start()).get(path('dlq'));
    expect(response.body.queues).toMatchObject([
      { state: 'ok', data: { name: 'dev-wired-dlq', isDlq: true } },
    ]);
  });

  it('answers nothing for an entity without queues', async () => {
    const response = await request(await start()).get(path('none'));
    expect(response.body).toEqual({ queues: [], problems: [] });
  });

  it.each([
    ['denied', { denied: true }, 'forbidden'],
    ['throttled', { throttleRate: 1 }, 'throttled'],
    ['broken', { failRate: 1, failStatus: 503 }, 'unreachable'],
    ['dead', { dead: true }, 'unreachable'],
    ['hanging', { latencyMs: 11_000 }, 'unreachable'],
  ])(
    'keeps dev when prod is %s',
    async (_, rule, state) => {
      world.world.chaos.set(`aws/account/${PROD}`, rule);
      const response = await request(await start()).get(path('orders'));
      expect(response.status).toBe(200);
      expect(response.body.queues).toMatchObject([
        { state: 'ok', data: { visible: 3 } },
        { state, message: expect.any(String), fix: expect.any(String) },
      ]);
      expect(JSON.stringify(response.body)).not.toContain('local-world-secret');
    },
    30_000,
  );

  it('draws the history of a busy queue from CloudWatch', async () => {
    const response = await request(await start()).get(path('busy'));
    const [{ state, data }] = response.body.queues;
    expect(state).toBe('ok');
    expect(data.history).toMatchObject({
      state: 'ok',
      source: { upstream: 'cloudwatch', target: 'dev-orders-created' },
    });
    for (const points of Object.values<TimePoint[]>(data.history.data)) {
      expect(points).toHaveLength(180);
      expect(points[1].time - points[0].time).toBe(60_000);
      expect(
        points.filter(({ value }) => value !== undefined).length,
      ).toBeGreaterThan(150);
    }
    expect(data.sentPerSecond).toBeGreaterThan(0);
    expect(data.dlq.history.state).toBe('ok');
  });

  it('shows live counts when CloudWatch may not be read', async () => {
    world.world.chaos.set('aws/CloudWatch', { denied: true });
    const response = await request(await start()).get(path('busy'));
    const [{ state, data }] = response.body.queues;
    expect(state).toBe('ok');
    expect(data.visible).toEqual(expect.any(Number));
    expect(data.oldestAgeSeconds).toBeUndefined();
    expect(data.history).toMatchObject({ state: 'forbidden' });
  });

  it('costs the same upstream calls for 50 viewers as for one', async () => {
    const server = await start();
    world.world.counter.reset();
    await Promise.all(
      Array.from({ length: 50 }, () => request(server).get(path('orders'))),
    );
    const { SQS, CloudWatch } = world.world.counter.counts();
    // Two have no redrive policy and may be dead-letter queues themselves.
    expect(SQS).toEqual({
      GetQueueAttributes: 3,
      ListDeadLetterSourceQueues: 2,
    });
    // One batch for each of the two accounts.
    expect(CloudWatch).toEqual({ GetMetricData: 2 });
  });

  it('refuses who is not signed in, not allowed, or asks for nonsense', async () => {
    const server = await start();
    const anonymous = await request(server)
      .get(path('orders'))
      .set('Authorization', mockCredentials.none.header());
    expect(anonymous.status).toBe(401);
    expect((await request(server).get(path('missing'))).status).toBe(404);
    const malformed = await request(server).get(path('a%20b%0a'));
    expect(malformed.status).toBe(400);
    expect(malformed.body.error.message).toMatch(/kind\/namespace\/name/);
  });

  it('refuses what the policy denies', async () => {
    const server = await start(AuthorizeResult.DENY);
    const response = await request(server).get(path('orders'));
    expect(response.status).toBe(403);
    expect(response.body.error.message).toContain('slipway.queues.read');
  });
});
