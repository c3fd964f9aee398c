import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { requireTool } from '@slipway/local-world';
import { DatabaseRedriveStore } from './DatabaseRedriveStore';
import { DatabaseSnapshotStore } from './DatabaseSnapshotStore';
import { openDatabase } from '../openDatabase';
import { ACTIVE, RedriveRecord } from './RedriveStore';

jest.setTimeout(60_000);

const POSTGRES = ['POSTGRES_14', 'POSTGRES_17', 'POSTGRES_18'] as const;

/** PostgreSQL takes part where a connection string names one; no container engine is assumed. */
function isConfigured(id: (typeof POSTGRES)[number]): boolean {
  const name = id.replace('_', '');
  return (
    process.env[`BACKSTAGE_TEST_DATABASE_${name}_CONNECTION_STRING`] !==
    undefined
  );
}

const record = (
  id: string,
  queueArn: string,
  more: Partial<RedriveRecord> = {},
): RedriveRecord => ({
  id,
  queueArn,
  kind: 'all',
  environment: 'dev',
  queue: 'orders-dlq',
  entityRef: 'component:default/orders',
  owners: ['group:default/orders'],
  targets: ['orders', `'"; --`],
  velocity: 10,
  status: 'starting',
  toMove: 3,
  moved: 0,
  startedBy: 'user:default/olivia',
  startedAt: 1_700_000_000_000,
  previousTaskAt: 1_699_999_999_999,
  beatAt: 1_700_000_000_000,
  ...more,
});

describe('the stores of the queues plugin', () => {
  const postgres = POSTGRES.filter(isConfigured);
  requireTool(
    'PostgreSQL (BACKSTAGE_TEST_DATABASE_POSTGRES17_CONNECTION_STRING)',
    postgres.length > 0,
    'the stores of the queues plugin on PostgreSQL',
  );
  const databases = TestDatabases.create({ ids: ['SQLITE_3', ...postgres] });
  const open = async (id: Parameters<typeof databases.init>[0]) => {
    const knex = await databases.init(id);
    return openDatabase(mockServices.database({ knex }));
  };

  it.each(databases.eachSupportedId())(
    'let one redrive of a queue in at a time, in %s',
    async id => {
      const store = new DatabaseRedriveStore(await open(id));
      const outcomes = await Promise.all(
        ['a', 'b', 'c', 'd'].map(name => store.insert(record(name, 'arn:1'))),
      );
      const winners = outcomes.filter(other => other === undefined);
      expect(winners).toHaveLength(1);
      const [winner] = await store.active();
      outcomes.filter(Boolean).forEach(other => expect(other).toEqual(winner));
      expect(winner).toEqual(record(winner.id, 'arn:1'));
      expect(await store.insert(record('other', 'arn:2'))).toBeUndefined();

      const done = {
        status: 'completed',
        moved: 3,
        finishedAt: 1_700_000_100_000,
      } as const;
      expect(await store.update(winner.id, ACTIVE, done)).toMatchObject(done);
      expect(
        await store.update(winner.id, ACTIVE, { moved: 9 }),
      ).toBeUndefined();
      expect(
        await store.insert(
          record('next', 'arn:1', { startedAt: 1_700_000_200_000 }),
        ),
      ).toBeUndefined();
      expect(
        (await store.list('arn:1', 10)).map(({ id: found }) => found),
      ).toEqual(['next', winner.id]);
      expect(await store.list('arn:1', 1)).toHaveLength(1);
      expect(await store.get('nobody')).toBeUndefined();
      expect(
        await store.update('nobody', ACTIVE, { moved: 1 }),
      ).toBeUndefined();
    },
  );

  it.each(databases.eachSupportedId())(
    'give a redrive to one replica at a time, in %s',
    async id => {
      const store = new DatabaseRedriveStore(await open(id));
      await store.insert(
        record('a', 'arn:1', {
          taskStartedAt: 1_700_000_000_123,
          taskHandle: 'x'.repeat(900),
        }),
      );
      const before = Date.now() - 5_000;
      const claims = await Promise.all(
        [1, 2, 3].map(() => store.claim('a', before)),
      );
      expect(claims.filter(Boolean)).toHaveLength(1);
      expect(await store.get('a')).toMatchObject({
        taskStartedAt: 1_700_000_000_123,
        previousTaskAt: 1_699_999_999_999,
      });
      await store.update('a', ACTIVE, {
        status: 'failed',
        failure: 'x'.repeat(5_000),
      });
      expect(await store.claim('a', Date.now() + 60_000)).toBe(false);
      expect((await store.get('a'))?.failure).toHaveLength(2_000);
    },
  );

  it.each(databases.eachSupportedId())(
    'let a snapshot be used once, by who got it, in %s',
    async id => {
      const store = new DatabaseSnapshotStore(await open(id));
      const of = {
        queueArn: 'arn:1',
        issuedTo: 'user:default/olivia',
        since: 1_000,
      };
      await store.issue({
        id: 's',
        queueArn: 'arn:1',
        issuedTo: of.issuedTo,
        issuedAt: 2_000,
      });
      expect(await store.use('s', of)).toBeUndefined();
      await store.complete('s', 7);
      expect(
        await store.use('s', { ...of, queueArn: 'arn:2' }),
      ).toBeUndefined();
      expect(
        await store.use('s', { ...of, issuedTo: 'user:default/sam' }),
      ).toBeUndefined();
      expect(await store.use('s', { ...of, since: 3_000 })).toBeUndefined();
      expect(await store.use('t', of)).toBeUndefined();
      const uses = await Promise.all([store.use('s', of), store.use('s', of)]);
      expect(uses.sort()).toEqual([7, undefined]);
    },
  );
});
