import {
  mockServices,
  TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { requireTool } from '@slipway/local-world';
import { RequestEvent, RequestPull } from '@slipway/plugin-infra-prs-common';
import { openDatabase } from '../openDatabase';
import { DatabaseLifeStore } from './DatabaseLifeStore';
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
  };

  it.each(ids)('gives back what it was given, in %s', async id => {
    const [store, replica, other] = await createStores(id);
    await store.addEvent(7, broken);
    await store.addPull(7, { ...pull, role: 'service', number: 3 });
    await store.addEvent(7, { ...broken, text: 'never mind' });
    expect(await store.save(look)).toBe(true);
    const first = { ...look, request: bare, pulls: [], events: [] };
    expect(await store.save(first)).toBe(true);

    expect(await replica.find(7)).toEqual({ ...request, version: 1 });
    expect([...(await replica.findMany([8, 9])).values()]).toEqual([
      { ...bare, version: 1 },
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
    expect(await numbers({ mergedSince: '2026-11-28T12:00:01Z' })).toEqual([]);
  });
});
