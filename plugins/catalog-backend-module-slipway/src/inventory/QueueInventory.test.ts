import { mockServices } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { ConfigReader } from '@backstage/config';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import { RunningWorld, seedFleet, startWorld } from '@slipway/local-world';
import { SlipwayEnvironment } from '@slipway/platform-common';
import { DefaultAwsClients, DefaultFetchEngine } from '@slipway/platform-node';
import { createInventorySources } from './createInventorySources';
import { QueueInventory } from './QueueInventory';

const QUEUES = 2_000;
/** With a dead-letter queue for each five. */
const ALL = QUEUES * 1.2;

const dev: SlipwayEnvironment = {
  name: 'dev',
  title: 'Development',
  account: '111111111111',
  region: 'eu-west-1',
  infrastructure: { path: 'terraform/live/dev' },
  protection: 'none',
  approvers: [],
};

const config = new ConfigReader({
  aws: {
    mainAccount: {
      region: 'eu-west-1',
      accessKeyId: 'AKIALOCALWORLD000000',
      secretAccessKey: 'local-world-secret',
    },
    accountDefaults: { roleName: 'slipway' },
    accounts: [],
  },
});

/** The nine queues that are left with such names. */
const few = { ...dev, resourcePrefix: 'dev-fleet-0000' };

describe('QueueInventory', () => {
  let world: RunningWorld;

  beforeAll(async () => {
    world = await startWorld({ clock: 'manual', only: ['aws'] });
    process.env.AWS_ENDPOINT_URL = world.urls.aws;
    seedFleet(
      { ...world.aws, clock: world.world.clock },
      {
        environment: world.world.environments[0],
        queues: QUEUES,
        owners: ['orders'],
      },
    );
  }, 60_000);
  beforeEach(() => world.world.counter.reset());
  afterEach(() => {
    world.world.chaos.reset();
    jest.restoreAllMocks();
  });
  afterAll(async () => {
    delete process.env.AWS_ENDPOINT_URL;
    await world?.stop();
  });

  function createInventory(callsPerSecond = 1_000) {
    const engine = DefaultFetchEngine.create({
      metrics: metricsServiceMock.mock(),
      logger: mockServices.logger.mock(),
    });
    const awsClients = DefaultAwsClients.create({
      credentialsManager: DefaultAwsCredentialsManager.fromConfig(config),
    });
    const sources = createInventorySources({
      engine,
      awsClients,
      callsPerSecond,
    });
    const warn = jest.fn();
    return { inventory: new QueueInventory(sources, warn), warn };
  }

  function make(name: string, tags: Record<string, string> = {}) {
    const { account, region } = dev;
    const queue = world.aws.queues.ensure({ account, region, name }, {});
    Object.entries(tags).forEach(([key, value]) => queue.tags.set(key, value));
    return queue;
  }

  const calls = () => {
    const { SQS, ResourceGroupsTagging } = world.world.counter.counts();
    return { ...SQS, ...ResourceGroupsTagging };
  };

  it('describes thousands of queues once, then reads what is new and the tags of 100 with a call', async () => {
    const { inventory, warn } = createInventory();
    let first = await inventory.read(dev);
    let runs = 1;
    // On a busy machine some are described by the time of a later run.
    for (; first.pending > 0; runs += 1) first = await inventory.read(dev);
    expect(first.refused).toBe(0);
    expect(first.queues).toHaveLength(ALL);
    expect(first.queues.find(({ arn }) => arn.endsWith('fleet-00007'))).toEqual(
      {
        arn: 'arn:aws:sqs:eu-west-1:111111111111:dev-fleet-00007',
        tags: { owner: 'orders', environment: 'dev' },
        dlqArn: 'arn:aws:sqs:eu-west-1:111111111111:dev-fleet-dlq-00001',
      },
    );
    expect(calls()).toEqual({
      ListQueues: 3 * runs,
      GetResources: 24 * runs,
      GetQueueAttributes: ALL,
    });

    world.world.counter.reset();
    make('dev-new-tagged', { owner: 'orders' });
    make('dev-new-untagged');
    world.aws.queues.delete({ ...dev, name: 'dev-fleet-00001' });
    world.aws.queues
      .require({ ...dev, name: 'dev-fleet-00002' })
      .tags.set('owner', 'payments');
    const second = await inventory.read(dev);
    expect(second.queues).toHaveLength(ALL + 1);
    expect(
      second.queues.find(({ arn }) => arn.endsWith('fleet-00002'))?.tags.owner,
    ).toBe('payments');
    expect(calls()).toEqual({
      ListQueues: 3,
      GetResources: 24,
      GetQueueAttributes: 2,
      ListQueueTags: 1,
    });
    expect(warn).not.toHaveBeenCalled();

    // An hour later, only the queues whose turn it is.
    world.world.counter.reset();
    const realNow = Date.now;
    jest.spyOn(Date, 'now').mockImplementation(() => realNow() + 65 * 60_000);
    expect((await inventory.read(dev)).queues).toHaveLength(ALL + 1);
    await new Promise(resolve => setTimeout(resolve, 3_000));
    const { GetQueueAttributes = 0 } = calls();
    expect(GetQueueAttributes).toBeGreaterThan(ALL / 24);
    expect(GetQueueAttributes).toBeLessThan(ALL / 6);
  }, 120_000);

  it('reads tags queue by queue where the tagging API is refused, and says so once', async () => {
    const { inventory, warn } = createInventory();
    world.world.chaos.set('aws/ResourceGroupsTagging', { denied: true });
    const { queues } = await inventory.read(few);
    expect(queues).toHaveLength(9);
    expect(queues[0].tags.owner).toBe('orders');
    expect(calls().ListQueueTags).toBe(9);
    await inventory.read(few);
    expect(warn).toHaveBeenCalledTimes(1);
    expect(warn.mock.calls[0][0]).toMatch(/denied \w+:GetResources. Allow/);
  }, 120_000);

  it('spends no more calls than its budget allows', async () => {
    const { inventory } = createInventory(50);
    const reading = inventory.read(dev);
    await new Promise(resolve => setTimeout(resolve, 4_000));
    const total = world.world.counter.total();
    expect(total).toBeGreaterThan(100);
    expect(total).toBeLessThan(4 * 50 + 20);
    world.world.chaos.set('aws', { denied: true });
    void reading.catch(() => {});
  }, 20_000);

  it.each([
    ['the list', 'aws/SQS/ListQueues', { failRate: 1 }],
    ['the tags', 'aws/ResourceGroupsTagging/GetResources', { throttleRate: 1 }],
  ])(
    'gives nothing when %s cannot be read',
    async (_, target, rule) => {
      const { inventory } = createInventory();
      world.world.chaos.set(target, rule);
      await expect(inventory.read(few)).rejects.toThrow();
    },
    60_000,
  );

  it('counts what waits and what is refused', async () => {
    const { inventory } = createInventory();
    world.world.chaos.set('aws/SQS/GetQueueAttributes', { denied: true });
    const refused = await inventory.read(few);
    expect(refused.queues).toEqual([]);
    expect(refused.refused).toBe(refused.listed.size);
    world.world.chaos.set('aws/SQS/GetQueueAttributes', { dead: true });
    const { inventory: other } = createInventory();
    const waiting = await other.read(few);
    expect(waiting.pending).toBe(waiting.listed.size);
  }, 120_000);
});
