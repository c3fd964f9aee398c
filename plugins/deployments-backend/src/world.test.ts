import { setTimeout } from 'node:timers/promises';
import { resolve } from 'node:path';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { RunningWorld, startWorld, worldConfig } from '@slipway/local-world';
import { deploymentsResponseSchema } from '@slipway/plugin-deployments-common';
import request from 'supertest';
import deploymentsPlugin from '.';

const component = (name: string, annotations: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, annotations },
  spec: { type: 'service', owner: 'orders', lifecycle: 'production' },
});

const entities = [
  component('go-worker', { 'argocd/app-name': 'go-worker' }),
  component('nowhere', { 'argocd/app-name': 'nowhere' }),
  component('spring-api', {
    'aws.amazon.com/amazon-ecs-service-arn': [
      'arn:aws:ecs:eu-west-1:111111111111:service/dev/dev-spring-api',
      'arn:aws:ecs:eu-west-1:222222222222:service/prod/prod-spring-api',
    ].join(),
  }),
];

describe('slipway-deployments in the embedded world', () => {
  let world: RunningWorld;

  beforeAll(async () => {
    world = await startWorld({
      clock: 'manual',
      sourceDir: resolve(__dirname, '../../..'),
    });
    process.env.AWS_ENDPOINT_URL = world.urls.aws;
  }, 60_000);

  afterEach(() => world.world.chaos.reset());

  afterAll(async () => {
    delete process.env.AWS_ENDPOINT_URL;
    await world.stop();
  }, 60_000);

  /** A backend of its own each time: its caches hold what an earlier one read. */
  async function start() {
    const { server } = await startTestBackend({
      features: [
        deploymentsPlugin,
        catalogServiceMock.factory({ entities }),
        mockServices.rootConfig.factory({ data: worldConfig(world) }),
      ],
    });
    return async (name: string, viewers = 1) => {
      const path = `/api/slipway-deployments/v1/entities/component/default/${name}/deployments`;
      const replies = await Promise.all(
        Array.from({ length: viewers }, () => request(server).get(path)),
      );
      return deploymentsResponseSchema.parse(replies[0].body);
    };
  }

  it('shows the ECS service of both accounts, read once for fifty viewers', async () => {
    const read = await start();
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
    const read = await start();
    const { deployments } = await read('spring-api');
    expect(deployments).toMatchObject([
      { state: 'ok' },
      { state: 'forbidden', source: { environment: 'prod' } },
    ]);
  }, 60_000);

  it('shows Argo CD applications of both environments with their commits', async () => {
    const read = await start();
    world.world.counter.reset();
    await read('go-worker', 50);
    // What was slow to come is left out of the first answer and is there in a later one.
    await setTimeout(3_000);
    const { deployments } = await read('go-worker', 50);
    expect(deployments).toMatchObject([
      { state: 'ok', data: { environment: 'dev', phase: 'healthy' } },
      { state: 'ok', data: { environment: 'prod', phase: 'healthy' } },
    ]);
    for (const { data } of deployments) {
      expect(data?.sync).toBe('Synced');
      expect(data?.summary).toMatch(/^Live matches main@[0-9a-f]{7}$/);
      expect(data?.revision?.author).toBeTruthy();
      expect(data?.revision?.url).toContain(world.urls.github);
      expect(data?.history.length).toBeGreaterThan(0);
      expect(data?.images.length).toBeGreaterThan(0);
    }
    expect(deployments[1].data?.revision?.pullRequest).toMatchObject({
      title: 'Let go-worker grow to four replicas in prod',
    });
    const { ArgoCD, GitHub } = world.world.counter.counts();
    // One list per instance for each of the two rounds of fifty viewers; a commit is read once.
    expect(ArgoCD['GET /api/v1/applications']).toBeLessThanOrEqual(4);
    expect(GitHub).toEqual({
      // What runs, and what changed it last, in each environment.
      'GET /repos/:owner/:repo/commits/:sha/pulls': 4,
    });
  }, 60_000);

  it('shows prod when Argo CD of dev is dead, and what is not deployed', async () => {
    const read = await start();
    world.world.chaos.set('argocd/dev', { dead: true });
    expect((await read('go-worker')).deployments).toMatchObject([
      { state: 'unreachable', source: { environment: 'dev' } },
      { state: 'ok', data: { phase: 'healthy' } },
    ]);
    world.world.chaos.reset();
    const readAfresh = await start();
    expect((await readAfresh('nowhere')).deployments).toMatchObject([
      { state: 'ok', data: { phase: 'missing' } },
      { state: 'ok', data: { phase: 'missing' } },
    ]);
  }, 60_000);
});
