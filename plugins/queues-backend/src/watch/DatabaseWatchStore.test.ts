import {
  TestDatabaseId,
  TestDatabases,
  mockServices,
} from '@backstage/backend-test-utils';
import { requireTool } from '@slipway/local-world';
import { openDatabase } from '../openDatabase';
import { DatabaseWatchStore } from './DatabaseWatchStore';
import { NoticeKind, WatchRecord } from './types';
import { QueuedNotice } from './WatchStore';

jest.setTimeout(60_000);

const POSTGRES = ['POSTGRES_14', 'POSTGRES_17', 'POSTGRES_18'] as const;
const MINUTE = 60_000;
const T0 = Date.parse('2026-11-28T12:00:00Z');

/** PostgreSQL takes part where a connection string names one; no container engine is assumed. */
function isConfigured(id: (typeof POSTGRES)[number]): boolean {
  const name = id.replace('_', '');
  return (
    process.env[`BACKSTAGE_TEST_DATABASE_${name}_CONNECTION_STRING`] !==
    undefined
  );
}

const record: WatchRecord = {
  count: 3,
  armed: false,
  grewAt: T0,
  expiryStage: 1,
  ageReadAt: T0 - MINUTE,
};

function queued(
  arn: string,
  kind: NoticeKind = 'filling',
  count = 3,
): QueuedNotice {
  const reason = kind === 'filling' ? 'started' : 'near';
  return {
    notice: { kind, reason, at: T0, count },
    queue: {
      arn,
      name: `${arn}-name`,
      environment: 'dev',
      entityRef: 'resource:default/q',
      owner: 'group:default/orders',
      sources: [`'quoted"`],
      isProtected: false,
    },
  };
}

describe('DatabaseWatchStore', () => {
  const postgres = POSTGRES.filter(isConfigured);
  requireTool(
    'PostgreSQL (BACKSTAGE_TEST_DATABASE_POSTGRES17_CONNECTION_STRING)',
    postgres.length > 0,
    'the store of the watch on PostgreSQL',
  );
  const databases = TestDatabases.create({ ids: ['SQLITE_3', ...postgres] });

  async function createStores(id: TestDatabaseId) {
    const knex = await databases.init(id);
    const db = await openDatabase(mockServices.database({ knex }));
    // Two replicas, one database.
    return [new DatabaseWatchStore(db), new DatabaseWatchStore(db)];
  }

  const ids = databases.eachSupportedId();

  it.each(ids)('lets one of two replicas decide, in %s', async id => {
    const [one, other] = await createStores(id);
    const save = (
      store: DatabaseWatchStore,
      previous: Parameters<DatabaseWatchStore['save']>[0]['previous'],
      change: Partial<WatchRecord> = {},
    ) =>
      store.save({
        arn: 'a',
        previous,
        record: { ...record, ...change },
        notices: [{ ...queued('a'), dueAt: T0 }],
        now: T0,
      });

    expect(await Promise.all([save(one, undefined), save(other, undefined)]))
      // Which of the two is first does not matter.
      .toEqual(expect.arrayContaining([true, false]));
    const stored = (await one.records()).get('a');
    expect(stored).toEqual({ ...record, version: 1, seenAt: T0 });
    const changed = { emptyAt: T0, grewAt: undefined };
    expect(
      await Promise.all([save(one, stored, changed), save(other, stored)]),
    ).toEqual(expect.arrayContaining([true, false]));
    expect((await other.records()).get('a')?.version).toBe(2);
  });

  it.each(ids)('hands each notice to one sender, in %s', async id => {
    const [one, other] = await createStores(id);
    const save = (notice: QueuedNotice, dueAt: number, version?: number) =>
      one.save({
        arn: notice.queue.arn,
        previous: version ? { ...record, version, seenAt: T0 } : undefined,
        record,
        notices: [{ ...notice, dueAt }],
        now: T0,
      });
    const told = (notices: readonly QueuedNotice[]) =>
      notices.map(({ queue, notice }) => `${queue.arn} ${notice.kind}`);
    await save(queued('a'), T0);
    await save(queued('b'), T0 + 10 * MINUTE);
    await save(queued('c', 'expiring'), T0);

    const claims = await Promise.all([one.claim(T0), other.claim(T0)]);
    const all = claims.flatMap(({ notices }) => notices);
    expect(told(all).sort()).toEqual(['a filling', 'c expiring']);
    const [first] = claims.filter(({ notices }) => notices.length > 0);
    expect(first.notices[0]).toEqual({
      ...queued('a'),
      countNow: 3,
      createdAt: T0,
    });
    // What becomes news while the rest is being sent is not forgotten with it.
    await save(queued('a', 'filling', 9), T0, 1);
    for (const { claim, notices } of claims) {
      await one.done(claim, notices);
    }
    const next = await other.claim(T0 + MINUTE);
    expect(next.notices.map(({ notice }) => notice.count)).toEqual([9]);

    // A sender that died gives back what it took.
    expect((await one.claim(T0 + MINUTE)).notices).toEqual([]);
    const later = await one.claim(T0 + 12 * MINUTE);
    expect(told(later.notices)).toEqual(['a filling', 'b filling']);
  });

  it.each(ids)('forgets only what nobody sees any more, in %s', async id => {
    const [store] = await createStores(id);
    for (const arn of ['a', 'b']) {
      await store.save({
        arn,
        previous: undefined,
        record,
        notices: [],
        now: T0,
      });
    }
    await store.touch(['b'], T0 + MINUTE);
    await store.forgetUnseen(T0 + MINUTE);
    expect([...(await store.records()).keys()]).toEqual(['b']);
  });
});
