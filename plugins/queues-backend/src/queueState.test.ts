import { annotations } from '@slipway/platform-common';
import { Entity } from '@backstage/catalog-model';
import {
  QueueState,
  queuesResponseSchema,
} from '@slipway/plugin-queues-common';
import request from 'supertest';
import { queueArn } from './__fixtures__/testEntities';
import { component, queueResourceOf } from './__testUtils__/entities';
import { PROD, ReadWorld } from './__testUtils__/ReadWorld';

jest.setTimeout(60_000);

const sender = 'component:default/sender';
const worker = 'component:default/worker';
const entities: Entity[] = [
  component('worker', {
    annotations: {
      [annotations.sqsQueueArn]: queueArn('dev-mail'),
      [annotations.queueAgeObjective]: '5m',
    },
    dependsOn: ['resource:default/dev-mail', 'resource:default/dev-receipts'],
  }),
  component('sender', { dependsOn: ['resource:default/dev-mail'] }),
  component('printer', { dependsOn: ['resource:default/dev-receipts'] }),
  queueResourceOf('dev-mail', { dependents: [sender, worker] }),
  queueResourceOf('dev-receipts', {
    consumers: ['component:default/printer'],
    dependents: [worker],
    annotations: { [annotations.queueAgeObjective]: 'PT1M' },
  }),
  component('tagged', {
    annotations: { [annotations.sqsQueueTags]: 'team=print , tier=gold' },
  }),
  component('mistagged', {
    annotations: {
      [annotations.sqsQueueTags]: 'team',
      [annotations.queueAgeObjective]: 'soon',
    },
  }),
  component('untagged', {
    annotations: { [annotations.sqsQueueTags]: 'team=nobody' },
  }),
  component('crowd', {
    annotations: { [annotations.sqsQueueTags]: 'env=dev' },
  }),
];

describe('the state of queues', () => {
  let world: ReadWorld;

  beforeAll(async () => {
    world = await ReadWorld.start();
    await world.createQueue('dev-mail-dlq', {
      attributes: { SqsManagedSseEnabled: 'false' },
    });
    await world.createQueue('dev-mail', { dlq: 'dev-mail-dlq' });
    await world.createQueue('dev-parcels', { dlq: 'dev-mail-dlq' });
    const print = { team: 'print', tier: 'gold' };
    await world.createQueue('dev-receipts', { tags: print });
    await world.createQueue('prod-receipts', { account: PROD, tags: print });
    await world.createQueue('dev-other', { tags: { team: 'print' } });
    await world.send('dev-mail', 2);
    await world.send('dev-mail-dlq', 3);
  });
  afterEach(() => world.calmDown());
  afterAll(() => world.stop());

  async function ask(name: string) {
    const server = await world.startPortal({ entities });
    const { body } = await request(server)
      .get(`/api/slipway-queues/v1/entities/component/default/${name}/queues`)
      .expect(200);
    return queuesResponseSchema.parse(body);
  }
  const stateOf = async (name: string, queue: string): Promise<QueueState> => {
    const { queues } = await ask(name);
    const found = queues.find(({ data }) => data?.name === queue)?.data;
    if (!found) {
      throw new Error(`${name} has no ${queue}`);
    }
    return found;
  };

  it.each([
    ['worker', 'dev-mail', 'consumer'],
    ['worker', 'dev-receipts', 'producer'],
    ['sender', 'dev-mail', 'producer'],
    ['printer', 'dev-receipts', 'consumer'],
    ['tagged', 'prod-receipts', 'consumer'],
  ])('knows that %s is to %s its %s', async (name, queue, role) => {
    expect((await stateOf(name, queue)).role).toBe(role);
  });

  it('is the owner on the page of the queue itself', async () => {
    const server = await world.startPortal({ entities });
    const { body } = await request(server).get(
      '/api/slipway-queues/v1/entities/resource/default/dev-mail/queues',
    );
    expect(body.queues).toMatchObject([{ data: { role: 'owner' } }]);
  });

  it('says everything about a queue and its dead letters', async () => {
    const state = await stateOf('worker', 'dev-mail');
    expect(state).toMatchObject({
      id: expect.stringMatching(/^[\w-]{16}$/),
      entityRef: 'resource:default/dev-mail',
      visible: 2,
      visibilityTimeoutSeconds: 30,
      ageObjectiveSeconds: 300,
      isDlq: false,
      // CloudWatch has nothing of a queue that was only just made.
      drain: { trend: 'unknown' },
      dlq: {
        id: expect.stringMatching(/^[\w-]{16}$/),
        name: 'dev-mail-dlq',
        maxReceiveCount: 5,
        retentionSeconds: 345_600,
        counts: { data: { visible: 3 } },
        sourceQueues: ['dev-mail', 'dev-parcels'],
      },
    });
    expect(state.oldestAgeSeconds).toBeUndefined();
    expect(state.dlq?.grownLastHour).toBeUndefined();
    expect(state.dlq?.expiry).toBeUndefined();
    expect(
      state.warnings.map(({ code, severity }) => `${severity} ${code}`),
    ).toEqual([
      'warning unencrypted',
      'warning dlq-retention-short',
      'info redrive-allow-missing',
      'info dlq-unowned',
    ]);
    expect(JSON.stringify(state)).not.toContain('policy"');
  });

  it('prefers the objective of the queue itself', async () => {
    const { ageObjectiveSeconds } = await stateOf('worker', 'dev-receipts');
    expect(ageObjectiveSeconds).toBe(60);
  });

  it('finds queues by tags in all environments', async () => {
    const { queues, problems } = await ask('tagged');
    expect(problems).toEqual([]);
    expect(queues.map(({ source }) => source.target).sort()).toEqual([
      'dev-receipts',
      'prod-receipts',
    ]);
  });

  it.each([
    [{ denied: true }, 'AWS denied tag', 'to the role that Slipway uses'],
    [{ throttleRate: 1 }, 'AWS is throttling requests', 'Wait a minute'],
    [{ failRate: 1 }, 'AWS could not be reached', 'Check the network'],
    [{ dead: true }, 'AWS could not be reached', 'Check the network'],
  ])(
    'keeps what tags find in dev when those of prod are %j',
    async (rule, message, fix) => {
      world.chaos.set(`aws/account/${PROD}`, rule);
      const { queues, problems } = await ask('tagged');
      expect(queues).toMatchObject([{ data: { name: 'dev-receipts' } }]);
      expect(problems).toEqual([
        {
          annotation: annotations.sqsQueueTags,
          message: expect.stringContaining(
            `Queues tagged team=print, tier=gold in prod could not be looked up: ${message}`,
          ),
          fix: expect.stringContaining(fix),
        },
      ]);
    },
  );

  it('says what is wrong with tags and objectives', async () => {
    const { problems } = await ask('mistagged');
    expect(problems.map(({ message }) => message)).toEqual([
      "'team' is not a tag",
      "'soon' is not a time",
    ]);
    expect((await ask('untagged')).problems).toMatchObject([
      { message: 'No queue carries the tags team=nobody' },
    ]);
  });

  it('bounds what tags of everything lead to', async () => {
    await Promise.all(
      Array.from({ length: 230 }, (_, index) =>
        world.createQueue(`dev-crowd-${index}`, { tags: { env: 'dev' } }),
      ),
    );
    world.counter.reset();
    const { queues, problems } = await ask('crowd');
    expect(queues).toHaveLength(200);
    expect(problems[0].message).toBe(
      'Queues tagged env=dev in dev are more than 200; only the first are shown',
    );
    // Pages of 100 until there are enough, and one page that is empty for prod.
    expect(world.counter.counts().ResourceGroupsTagging).toEqual({
      GetResources: 4,
    });
  });
});
