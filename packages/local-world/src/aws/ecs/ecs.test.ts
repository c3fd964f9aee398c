import {
  DescribeClustersCommand,
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  DescribeTasksCommand,
  ListClustersCommand,
  ListServiceDeploymentsCommand,
  ListServicesCommand,
  ListTasksCommand,
} from '@aws-sdk/client-ecs';
import { startTestAws } from '../__testUtils__/startTestAws';

const workload = {
  name: 'spring-api',
  environment: 'dev',
  platform: 'ecs',
  requestsPerSecond: 3,
  consumes: [],
  produces: [],
  replicas: 3,
  image: 'spring-api:1',
} as const;

describe('ECS', () => {
  let aws: Awaited<ReturnType<typeof startTestAws>>;
  beforeEach(async () => {
    aws = await startTestAws();
    aws.workloads.upsert(workload);
  });
  afterEach(() => aws.stop());

  const describe1 = async () => {
    const { services, failures } = await aws.ecs.send(
      new DescribeServicesCommand({
        cluster: 'dev',
        services: [
          'arn:aws:ecs:eu-west-1:111111111111:service/dev/dev-spring-api',
          'missing',
        ],
      }),
    );
    expect(failures).toEqual([{ arn: 'missing', reason: 'MISSING' }]);
    return services?.[0];
  };

  it('describes a service that is steady', async () => {
    const service = await describe1();
    expect(service).toMatchObject({
      serviceName: 'dev-spring-api',
      status: 'ACTIVE',
      desiredCount: 3,
      runningCount: 3,
      pendingCount: 0,
    });
    expect(service?.deployments).toEqual([
      expect.objectContaining({
        status: 'PRIMARY',
        rolloutState: 'COMPLETED',
        createdAt: expect.any(Date),
      }),
    ]);
    expect(service?.events?.[0].message).toBe(
      '(service dev-spring-api) has reached a steady state.',
    );
  });

  it('rolls a new image out over 20 seconds', async () => {
    // What changes in the world's first moment is taken for its past.
    await aws.clock.advance(31_000);
    aws.workloads.upsert({ ...workload, image: 'spring-api:2' });
    await aws.clock.advance(8_000);
    const rolling = await describe1();
    expect(rolling?.deployments).toEqual([
      expect.objectContaining({
        status: 'PRIMARY',
        rolloutState: 'IN_PROGRESS',
        runningCount: 1,
        pendingCount: 1,
      }),
      expect.objectContaining({ status: 'ACTIVE', runningCount: 2 }),
    ]);
    const { taskDefinition } = await aws.ecs.send(
      new DescribeTaskDefinitionCommand({
        taskDefinition: rolling?.taskDefinition,
      }),
    );
    expect(taskDefinition?.containerDefinitions?.[0].image).toBe(
      'spring-api:2',
    );
    await aws.clock.advance(13_000);
    const done = await describe1();
    expect(done?.deployments?.map(item => item.rolloutState)).toEqual([
      'COMPLETED',
    ]);
    const { serviceDeployments } = await aws.ecs.send(
      new ListServiceDeploymentsCommand({
        cluster: 'dev',
        service: 'dev-spring-api',
      }),
    );
    expect(serviceDeployments?.map(({ status }) => status)).toEqual([
      'SUCCESSFUL',
      'SUCCESSFUL',
      'SUCCESSFUL',
    ]);
  });

  it('lists clusters, services in pages, and running tasks', async () => {
    const { clusterArns } = await aws.ecs.send(new ListClustersCommand({}));
    expect(clusterArns).toEqual([
      'arn:aws:ecs:eu-west-1:111111111111:cluster/dev',
    ]);
    const { clusters } = await aws.ecs.send(
      new DescribeClustersCommand({ clusters: ['dev'] }),
    );
    expect(clusters?.[0]).toMatchObject({
      activeServicesCount: 1,
      runningTasksCount: 3,
    });
    aws.workloads.upsert({ ...workload, name: 'other' });
    const first = await aws.ecs.send(
      new ListServicesCommand({ cluster: 'dev', maxResults: 1 }),
    );
    const second = await aws.ecs.send(
      new ListServicesCommand({
        cluster: 'dev',
        maxResults: 1,
        nextToken: first.nextToken,
      }),
    );
    expect([
      ...(first.serviceArns ?? []),
      ...(second.serviceArns ?? []),
    ]).toEqual([
      expect.stringMatching(/spring-api$/),
      expect.stringMatching(/other$/),
    ]);
    const { taskArns } = await aws.ecs.send(
      new ListTasksCommand({ cluster: 'dev', serviceName: 'dev-spring-api' }),
    );
    const { tasks } = await aws.ecs.send(
      new DescribeTasksCommand({ cluster: 'dev', tasks: taskArns }),
    );
    expect(tasks).toHaveLength(3);
    expect(tasks?.[0]).toMatchObject({
      lastStatus: 'RUNNING',
      group: 'service:dev-spring-api',
    });
    const stopped = await aws.ecs.send(
      new ListTasksCommand({ cluster: 'dev', desiredStatus: 'STOPPED' }),
    );
    expect(stopped.taskArns).toEqual([]);
  });

  it('refuses unknown clusters and more than ten services', async () => {
    await expect(
      aws.ecs.send(
        new DescribeServicesCommand({ cluster: 'prod', services: ['x'] }),
      ),
    ).rejects.toMatchObject({ name: 'ClusterNotFoundException' });
    await expect(
      aws.ecs.send(
        new DescribeServicesCommand({
          cluster: 'dev',
          services: Array.from({ length: 11 }, (_, at) => `s${at}`),
        }),
      ),
    ).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });
});
