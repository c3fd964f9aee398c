import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import { answerRangeQuery, httpOnly } from './__testUtils__/fakeAmp';
import { startUpstream, UpstreamAnswer } from '@slipway/local-world';
import metricsPlugin from '.';

const base = '/api/slipway-metrics/v1/entities/component/default';

const component = (name: string, annotations: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, annotations },
  spec: { type: 'service', owner: 'orders', lifecycle: 'production' },
});

const entities = [
  component('orders', {
    'prometheus.io/service-name': 'orders',
    'aws.amazon.com/amazon-sqs-queue-arn':
      'arn:aws:sqs:eu-west-1:111111111111:dev-orders',
  }),
  component('bare', {}),
  component('hostile', {
    'prometheus.io/service-name': 'x"} or vector(1) #',
  }),
];

const environment = (name: string, account: string, endpoint: string) => ({
  name,
  account,
  region: 'eu-west-1',
  amp: { workspace: `ws-${name}`, endpoint },
  infrastructure: { path: `terraform/live/${name}` },
});

const account = (accountId: string) => ({
  accountId,
  accessKeyId: 'AKIATEST',
  secretAccessKey: 'secret',
});

const alarm = (name: string, state: string, queue: string) => ({
  AlarmName: name,
  StateValue: state,
  StateReason: 'Threshold crossed',
  StateUpdatedTimestamp: 1_760_000_000,
  MetricName: 'ApproximateNumberOfMessagesVisible',
  Dimensions: [{ Name: 'QueueName', Value: queue }],
});

type Upstream = Awaited<ReturnType<typeof startUpstream>>;

describe('slipway-metrics', () => {
  let amp: Upstream;
  let aws: Upstream;
  let ampAnswer: (workspace: string) => UpstreamAnswer | undefined;

  async function start(
    result:
      | AuthorizeResult.ALLOW
      | AuthorizeResult.DENY = AuthorizeResult.ALLOW,
  ) {
    const { server } = await startTestBackend({
      features: [
        metricsPlugin,
        catalogServiceMock.factory({ entities }),
        mockServices.permissions.factory({ result }),
        mockServices.rootConfig.factory({
          data: {
            slipway: {
              environments: [
                environment('dev', '111111111111', amp.url),
                environment('prod', '222222222222', amp.url),
              ],
              infrastructure: { repo: 'github.com/acme/infrastructure' },
            },
            aws: {
              accounts: [account('111111111111'), account('222222222222')],
            },
          },
        }),
      ],
    });
    return server;
  }

  beforeEach(async () => {
    ampAnswer = () => undefined;
    amp = await startUpstream(
      call =>
        ampAnswer(call.url.pathname.split('/')[2]) ??
        answerRangeQuery(call, httpOnly),
    );
    aws = await startUpstream(({ body }) => ({
      json: body.includes('page-2')
        ? { MetricAlarms: [alarm('dlq', 'ALARM', 'dev-orders-dlq')] }
        : {
            MetricAlarms: [
              alarm('age', 'OK', 'dev-orders'),
              alarm('other', 'ALARM', 'dev-payments'),
            ],
            NextToken: 'page-2',
          },
    }));
    process.env.AWS_ENDPOINT_URL = aws.url;
  });

  afterEach(() => {
    delete process.env.AWS_ENDPOINT_URL;
    amp.stop();
    aws.stop();
  });

  it('answers golden signals per environment and shares reads between viewers', async () => {
    const server = await start();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        request(server).get(`${base}/orders/golden-signals`),
      ),
    );
    const { status, body } = answers[0];
    expect(status).toBe(200);
    expect(body.problems).toEqual([]);
    expect(body.environments).toHaveLength(2);
    const [dev] = body.environments;
    expect(dev).toMatchObject({
      state: 'ok',
      source: { upstream: 'amp', environment: 'dev', target: 'orders' },
      data: { range: '1h', stepSeconds: 30, serviceName: 'orders' },
    });
    expect(dev.data.traffic).toHaveLength(1);
    expect(dev.data.traffic[0]).toMatchObject({
      kind: 'http',
      current: { rate: 12.5, errorRatio: 0.01, p95: 0.25 },
    });
    expect(dev.data.traffic[0].current).not.toHaveProperty('p99');
    expect(dev.data.traffic[0].series.rate).toHaveLength(121);
    // Five queries for HTTP and one that finds no messaging, for each of two environments.
    expect(amp.calls).toHaveLength(12);
    expect(amp.calls[0].headers.authorization).toMatch(/\/aps\/aws4_request/);
  });

  it('shows one environment when the other one refuses Slipway', async () => {
    ampAnswer = workspace =>
      workspace === 'ws-prod'
        ? { status: 403, json: { message: 'secret upstream text' } }
        : undefined;
    const server = await start();
    const { status, body, text } = await request(server).get(
      `${base}/orders/golden-signals?range=24h`,
    );
    expect(status).toBe(200);
    expect(
      body.environments.map((env: { state: string }) => env.state),
    ).toEqual(['ok', 'forbidden']);
    expect(body.environments[1].fix).toContain('aps:QueryMetrics');
    expect(text).not.toContain('secret upstream text');
  });

  it('does not send what could not be a service name', async () => {
    const server = await start();
    const { body } = await request(server).get(
      `${base}/hostile/golden-signals`,
    );
    expect(body.environments).toEqual([]);
    expect(body.problems).toHaveLength(1);
    expect(amp.calls).toHaveLength(0);
  });

  it('lists alarms of the queues and their dead-letter queues, firing ones first', async () => {
    const server = await start();
    const { body } = await request(server).get(`${base}/orders/alarms`);
    expect(body.environments).toHaveLength(1);
    const { data, state } = body.environments[0];
    expect(state).toBe('ok');
    expect(data.environment).toBe('dev');
    expect(data.alarms).toMatchObject([
      {
        name: 'dlq',
        state: 'alarm',
        queue: 'dev-orders-dlq',
        since: '2025-10-09T08:53:20.000Z',
      },
      { name: 'age', state: 'ok' },
    ]);
    expect(aws.calls).toHaveLength(2);
  });

  it('says that CloudWatch refuses Slipway, not the caller', async () => {
    aws.stop();
    aws = await startUpstream(() => ({
      status: 400,
      json: {
        __type: 'AccessDenied',
        message:
          'User: x is not authorized to perform: cloudwatch:DescribeAlarms',
      },
    }));
    process.env.AWS_ENDPOINT_URL = aws.url;
    const server = await start();
    const { status, body } = await request(server).get(`${base}/orders/alarms`);
    expect(status).toBe(200);
    expect(body.environments[0]).toMatchObject({
      state: 'forbidden',
      fix: expect.stringContaining('cloudwatch:DescribeAlarms'),
    });
  });

  it('has nothing for an entity without annotations', async () => {
    const server = await start();
    for (const route of ['golden-signals', 'alarms']) {
      const { body } = await request(server).get(`${base}/bare/${route}`);
      expect(body).toEqual({ environments: [], problems: [] });
    }
  });

  it('refuses bad ranges, bad names, unknown entities and strangers', async () => {
    const server = await start();
    const get = (path: string) => request(server).get(path);
    const signals = `${base}/orders/golden-signals`;
    expect((await get(`${signals}?range=7d`)).status).toBe(400);
    expect((await get(`${signals}?query=up`)).status).toBe(400);
    expect((await get(`${base}/a%20b/alarms`)).status).toBe(400);
    expect((await get(`${base}/nope/golden-signals`)).status).toBe(404);
    expect((await get(`${base}/nope/alarms`)).status).toBe(404);
    const anonymous = get(signals).set(
      'Authorization',
      mockCredentials.none.header(),
    );
    expect((await anonymous).status).toBe(401);
  });

  it('refuses callers without the permission before it asks any upstream', async () => {
    const server = await start(AuthorizeResult.DENY);
    for (const route of ['golden-signals', 'alarms']) {
      const { status } = await request(server).get(`${base}/orders/${route}`);
      expect(status).toBe(403);
    }
    expect(amp.calls).toHaveLength(0);
    expect(aws.calls).toHaveLength(0);
  });
});
