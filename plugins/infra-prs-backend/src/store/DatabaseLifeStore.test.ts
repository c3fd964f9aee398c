import {
  mockServices,
  TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { requireTool } from '@slipway/local-world';
import { RequestEvent, RequestPull } from '@slipway/plugin-infra-prs-common';
import { openDatabase } from '../openDatabase';
import { DatabaseLifeStore } from './DatabaseLifeStore';
import { DatabaseNoticeStore } from './DatabaseNoticeStore';
import { StoredRequest } from './LifeStore';

jest.setTimeout(60_000);

const POSTGRES = ['POSTGRES_14', 'POSTGRES_17', 'POSTGRES_18'] as const;
const REPOSITORY = 'host/acme/infrastructure';
const AT = '2026-11-28T12:00:00Z';

/** PostgreSQL takes part where a connection string names one; no container engine is assumed. */
function isConfigured(id: (typeof POSTGRES)[number]): boolean {
  const name = id.replace('_', '');
  return (
    process.env[`BACKSTAGE_TEST_DATABASE_${name}_CONNECTION_STRING`] !==
    undefined
  );
}

const request: StoredRequest = {
  number: 7,
  id: 'mailer-1',
  title: "Mailer's 'queue'",
  url: 'http://host/acme/infrastructure/pull/7',
  headSha: 'a'.repeat(40),
  entity: 'component:default/mailer',
  template: 'template:default/go-worker',
  templateVersion: '1.0.0',
  requesters: ['user:default/olivia'],
  environments: ['prod'],
  parameters: { name: 'mailer', nested: { quote: `'"` } },
  stage: 'merged',
  state: 'failed',
  problem: { stage: 'applied', message: 'It failed', fix: 'Try again' },
  waitsFor: 'Whoever asked for the change',
  stageSince: AT,
  requestedAt: '2026-11-28T11:59:59.123Z',
  plannedAt: AT,
  approvedAt: AT,
  mergedAt: AT,
  closedAt: AT,
  mergeSha: 'c'.repeat(40),
  reverts: { numbers: [3], commits: ['d'.repeat(40)] },
  changedAt: AT,
};
const bare: StoredRequest = {
  number: 8,
  id: 'pull-8',
  title: '',
  url: '',
  headSha: 'b'.repeat(40),
  requesters: [],
  environments: [],
  stage: 'open',
  state: 'active',
  stageSince: AT,
  requestedAt: AT,
  changedAt: AT,
};
const pull: RequestPull = {
  role: 'infrastructure',
  repository: REPOSITORY,
  number: 7,
  title: 'Mailer',
  url: request.url,
  state: 'merged',
  headSha: request.headSha,
};
const merged: RequestEvent = {
  id: 'merged:c',
  at: AT,
  kind: 'merged',
  outcome: 'success',
  actor: { entityRef: 'user:default/pat', login: 'pat' },
  text: 'It was merged by pat',
  url: request.url,
};
const broken: RequestEvent = {
  id: 'break_glass:1',
  at: '2026-11-28T11:00:00Z',
  kind: 'break_glass',
  text: 'pat: the site is down',
};

describe('DatabaseLifeStore', () => {
  const postgres = POSTGRES.filter(isConfigured);
  requireTool(
    'PostgreSQL (BACKSTAGE_TEST_DATABASE_POSTGRES17_CONNECTION_STRING)',
    postgres.length > 0,
    'the store of requests on PostgreSQL',
  );
  const databases = TestDatabases.create({ ids: ['SQLITE_3', ...postgres] });
  const ids = databases.eachSupportedId();

  async function createStores(id: TestDatabaseId) {
    const knex = await databases.init(id);
    const db = await openDatabase(mockServices.database({ knex }));
    // Two replicas, one database.
    const replicas = [1, 2].map(() => new DatabaseLifeStore(db, REPOSITORY));
    return [...replicas, new DatabaseLifeStore(db, 'host/acme/other')];
  }
  const look = {
    previous: undefined,
    request,
    pulls: [pull],
    events: [merged],
    notices: [],
    isOldNews: false,
  };

  it.each(ids)('gives back what it was given, in %s', async id => {
    const [store, replica, other] = await createStores(id);
    await store.addEvent(7, broken);
    await store.addPull(7, { ...pull, role: 'service', number: 3 });
    await store.addEvent(7, { ...broken, text: 'never mind' });
    expect(await store.save(look)).toBe(true);
    const first = { ...look, request: bare, pulls: [], events: [] };
    expect(await store.save(first)).toBe(true);

    const kept = { version: 1, lookedAt: expect.any(String) };
    expect(await replica.find(7)).toEqual({ ...request, ...kept });
    expect([...(await replica.findMany([8, 9])).values()]).toEqual([
      { ...bare, ...kept },
    ]);
    expect(await replica.events(7)).toEqual([broken, merged]);
    expect(await replica.pulls(7)).toEqual([
      pull,
      expect.objectContaining({ role: 'service', number: 3, headSha: '' }),
    ]);
    expect(await other.find(7)).toBeUndefined();
    expect([await other.events(7), await other.pulls(7)]).toEqual([[], []]);
  });

  it.each(ids)('lets one of two replicas write, in %s', async id => {
    const [one, other] = await createStores(id);
    const first = await Promise.all([one.save(look), other.save(look)]);
    expect(first.sort()).toEqual([false, true]);
    const previous = await one.find(7);
    const done: StoredRequest = { ...request, state: 'done' };
    const lost = { ...look, previous, events: [{ ...merged, id: 'lost' }] };
    expect(await one.save({ ...look, previous, request: done })).toBe(true);
    expect(await other.save(lost)).toBe(false);
    expect(await other.find(7)).toMatchObject({ version: 2, state: 'done' });
    expect(await one.events(7)).toEqual([merged]);
  });

  it.each(ids)('lists what is asked for, in %s', async id => {
    const [store] = await createStores(id);
    for (const each of [request, bare]) {
      await store.save({ ...look, request: { ...each } });
    }
    await store.save({
      ...look,
      request: { ...bare, number: 9, state: 'done' },
    });
    const numbers = async (query: Parameters<typeof store.list>[0]) =>
      (await store.list(query)).map(({ number }) => number);
    expect(await numbers({})).toEqual([9, 8, 7]);
    expect(await numbers({ unfinished: true })).toEqual([8, 7]);
    expect(await numbers({ entity: 'component:default/mailer' })).toEqual([7]);
    expect(await numbers({ requester: 'user:default/olivia' })).toEqual([7]);
    expect(await numbers({ mergedSince: AT })).toEqual([7]);
    const page = async (after: number) =>
      (await store.page({ after, limit: 2 })).map(({ number }) => number);
    expect([await page(0), await page(8), await page(9)]).toEqual([
      [7, 8],
      [9],
      [],
    ]);
    expect(await numbers({ mergedSince: '2026-11-28T12:00:01Z' })).toEqual([]);
  });

  it.each(ids)('finds what a commit is about, in %s', async id => {
    const [store, , other] = await createStores(id);
    await store.save(look);
    await store.save({ ...look, request: bare });
    expect(await store.numbersOf(['c'.repeat(40)])).toEqual([7]);
    expect(await store.numbersOf([bare.headSha, 'd'])).toEqual([8]);
    expect(await other.numbersOf([bare.headSha])).toEqual([]);
  });

  it.each(ids)('hands each notice to one sender, once, in %s', async id => {
    const knex = await databases.init(id);
    const db = await openDatabase(mockServices.database({ knex }));
    const store = new DatabaseLifeStore(db, REPOSITORY);
    const [one, other] = [1, 2].map(
      () => new DatabaseNoticeStore(db, REPOSITORY),
    );
    const notice = {
      id: 'merged:c',
      recipients: ['user:default/olivia'],
      except: [],
      title: "Mailer's queue is merged",
      description: 'By pat',
      severity: 'normal' as const,
    };
    const now = Date.now();
    await store.save({ ...look, notices: [notice] });
    const previous = await store.find(7);
    const applied = { ...notice, id: 'applied:c' };
    const old = { ...look, request: bare, notices: [notice], isOldNews: true };
    await store.save(old);

    const claims = await Promise.all([one.claim(now), other.claim(now)]);
    const [won] = claims.filter(({ notices }) => notices.length > 0);
    expect(claims.flatMap(({ notices }) => notices)).toEqual([
      { ...notice, number: 7, createdAt: expect.any(Number) },
    ]);
    expect((await other.claim(now)).notices).toEqual([]);
    // A sender that died gives back what it took.
    const later = await other.claim(now + 2 * 60_000);
    expect(later.notices).toEqual(won.notices);
    await other.done(later.claim, later.notices[0], now);

    // Told again by another look, it stays told.
    await store.save({ ...look, previous, notices: [notice, applied] });
    const next = await one.claim(now + 4 * 60_000);
    expect(next.notices.map(n => n.id)).toEqual(['applied:c']);
  });
});
