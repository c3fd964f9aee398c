import {
  CloudWatchClient,
  PutMetricAlarmCommand,
} from '@aws-sdk/client-cloudwatch';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { RunningWorld, startWorld, worldConfig } from '@slipway/local-world';
import {
  alarmsResponseSchema,
  goldenSignalsResponseSchema,
} from '@slipway/plugin-metrics-common';
import request from 'supertest';
import metricsPlugin from '.';

const component = (name: string, queue?: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    annotations: {
      'prometheus.io/service-name': name,
      ...(queue && {
        'aws.amazon.com/amazon-sqs-queue-arn': `arn:aws:sqs:eu-west-1:111111111111:${queue}`,
      }),
    },
  },
  spec: { type: 'service', owner: 'orders', lifecycle: 'production' },
});

const entities = [
  component('spring-api'),
  component('quarkus-service'),
  component('go-worker', 'dev-orders-created'),
];

describe('slipway-metrics in the embedded world', () => {
  let world: RunningWorld;

  beforeAll(async () => {
    world = await startWorld({
      clock: 'manual',
      only: ['aws', 'traffic', 'amp'],
    });
    process.env.AWS_ENDPOINT_URL = world.urls.aws;
  }, 60_000);

  afterEach(() => {
    jest.restoreAllMocks();
    world.world.chaos.reset();
  });

  afterAll(async () => {
    delete process.env.AWS_ENDPOINT_URL;
    await world.stop();
  }, 60_000);

  /** A backend of its own each time: its caches hold what an earlier one read. */
  async function read(name: string, range = '1h') {
    const { server } = await startTestBackend({
      features: [
        metricsPlugin,
        catalogServiceMock.factory({ entities }),
        mockServices.rootConfig.factory({ data: worldConfig(world) }),
      ],
    });
    const entity = `/api/slipway-metrics/v1/entities/component/default/${name}`;
    const signals = await request(server).get(
      `${entity}/golden-signals?range=${range}`,
    );
    const alarms = await request(server).get(`${entity}/alarms`);
    return {
      signals: goldenSignalsResponseSchema.parse(signals.body),
      alarms: alarmsResponseSchema.parse(alarms.body),
    };
  }

  it('shows a day of a service that does both HTTP and messaging', async () => {
    const { signals } = await read('quarkus-service', '24h');
    expect(signals.environments.map(({ state }) => state)).toEqual([
      'ok',
      'ok',
    ]);
    for (const { data } of signals.environments) {
      const kinds = data?.traffic.map(({ kind }) => kind);
      expect(kinds).toEqual(['http', 'messaging']);
      for (const { current, series } of data?.traffic ?? []) {
        const known = series.rate.filter(({ value }) => value !== undefined);
        expect(known.length).toBeGreaterThan(250);
        expect(current.rate).toBeGreaterThan(0);
        expect(current.errorRatio).toBeLessThan(0.05);
        expect(current.p50).toBeLessThanOrEqual(current.p99 ?? 0);
      }
    }
  }, 60_000);

  it('shows one environment when the workspace of the other throttles', async () => {
    const { ampWorkspace } = world.world.environments[1];
    world.world.chaos.set(`amp/${ampWorkspace}`, { throttleRate: 1 });
    const { signals } = await read('spring-api');
    expect(signals.environments).toMatchObject([
      { state: 'ok' },
      { state: 'throttled', source: { environment: 'prod' } },
    ]);
  }, 60_000);

  it('reads the alarms of an account through its assumed role', async () => {
    const cloudWatch = new CloudWatchClient({
      region: 'eu-west-1',
      credentials: world.aws.credentials.issue('111111111111', 'admin', 'test'),
    });
    await cloudWatch.send(
      new PutMetricAlarmCommand({
        AlarmName: 'orders dead letters',
        Namespace: 'AWS/SQS',
        MetricName: 'ApproximateNumberOfMessagesVisible',
        Dimensions: [{ Name: 'QueueName', Value: 'dev-orders-created-dlq' }],
        ComparisonOperator: 'GreaterThanThreshold',
        EvaluationPeriods: 1,
        Period: 60,
        Statistic: 'Maximum',
        Threshold: 0,
      }),
    );
    const { alarms } = await read('go-worker');
    expect(alarms.environments).toMatchObject([{ state: 'ok' }]);
    expect(alarms.environments[0].data?.alarms).toMatchObject([
      { name: 'orders dead letters', queue: 'dev-orders-created-dlq' },
    ]);
  }, 60_000);

  it('shows within minutes that requests fail in one environment only', async () => {
    world.world.workloads.fail('dev', 'spring-api', 'http-errors');
    await world.world.clock.advance(3 * 60_000);
    jest.spyOn(Date, 'now').mockImplementation(() => world.world.clock.now());
    const { signals } = await read('spring-api');
    const [dev, prod] = signals.environments.map(
      ({ data }) => data?.traffic[0].current.errorRatio ?? -1,
    );
    expect(dev).toBeGreaterThan(0.2);
    expect(prod).toBeGreaterThanOrEqual(0);
    expect(prod).toBeLessThan(0.05);
  }, 60_000);
});
