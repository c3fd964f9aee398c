import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { RunningWorld, startWorld } from '@slipway/local-world';
import { deploymentsResponseSchema } from '@slipway/plugin-deployments-common';
import request from 'supertest';
import { worldConfig } from './__fixtures__/worldConfig';
import deploymentsPlugin from '.';

const entities = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'spring-api',
      annotations: {
        'aws.amazon.com/amazon-ecs-service-arn': [
          'arn:aws:ecs:eu-west-1:111111111111:service/dev/spring-api',
          'arn:aws:ecs:eu-west-1:222222222222:service/prod/spring-api',
        ].join(),
      },
    },
    spec: { type: 'service', owner: 'orders', lifecycle: 'production' },
  },
];

describe('slipway-deployments in the embedded world', () => {
  let world: RunningWorld;

  beforeAll(async () => {
    world = await startWorld({ clock: 'manual' });
    process.env.AWS_ENDPOINT_URL = world.urls.aws;
  }, 60_000);

  afterEach(() => world.reset());

  afterAll(async () => {
    delete process.env.AWS_ENDPOINT_URL;
    await world.stop();
  });

  /** A backend of its own each time: its caches hold what an earlier one read. */
  async function read(name: string, viewers = 1) {
    const { server } = await startTestBackend({
      features: [
        deploymentsPlugin,
        catalogServiceMock.factory({ entities }),
        mockServices.rootConfig.factory({ data: worldConfig(world) }),
      ],
    });
    const path = `/api/slipway-deployments/v1/entities/component/default/${name}/deployments`;
    const replies = await Promise.all(
      Array.from({ length: viewers }, () => request(server).get(path)),
    );
    return deploymentsResponseSchema.parse(replies[0].body);
  }

  it('shows the ECS service of both accounts, read once for fifty viewers', async () => {
    world.world.counter.reset();
    const { deployments } = await read('spring-api', 50);
    expect(deployments).toMatchObject([
      { state: 'ok', data: { environment: 'dev', phase: 'healthy' } },
      { state: 'ok', data: { environment: 'prod', phase: 'healthy' } },
    ]);
    for (const { data } of deployments) {
      expect(data?.summary).toMatch(/^Running (dev|prod)-spring-api:\d+, /);
      expect(data?.images).toHaveLength(1);
      expect(data?.replicas?.ready).toBe(data?.replicas?.desired);
    }
    const { ECS } = world.world.counter.counts();
    expect(ECS).toEqual({ DescribeServices: 2, DescribeTaskDefinition: 2 });
  }, 60_000);

  it('shows dev when the account of prod is denied', async () => {
    world.world.chaos.set('aws/account/222222222222', { denied: true });
    const { deployments } = await read('spring-api');
    expect(deployments).toMatchObject([
      { state: 'ok' },
      { state: 'forbidden', source: { environment: 'prod' } },
    ]);
  }, 60_000);
});
