import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { requireTool } from '@slipway/local-world';
import { openDatabase } from '../openDatabase';
import { DatabaseUsageStore } from './DatabaseUsageStore';

jest.setTimeout(60_000);

const HOUR = 3_600_000;
const T0 = Date.parse('2026-11-28T12:00:00Z');
const POSTGRES = 'BACKSTAGE_TEST_DATABASE_POSTGRES17_CONNECTION_STRING';
const hasPostgres = process.env[POSTGRES] !== undefined;

describe('DatabaseUsageStore', () => {
  requireTool(
    `PostgreSQL (${POSTGRES})`,
    hasPostgres,
    'the counts of CloudWatch on PostgreSQL',
  );
  const databases = TestDatabases.create({
    ids: ['SQLITE_3', ...(hasPostgres ? (['POSTGRES_17'] as const) : [])],
  });

  it.each(databases.eachSupportedId())(
    'adds up what replicas counted at once, on %p',
    async id => {
      const knex = await databases.init(id);
      const db = await openDatabase(mockServices.database({ knex }));
      const store = new DatabaseUsageStore(db);
      const replicas = [store, new DatabaseUsageStore(db)];
      await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          replicas[index % 2].add([
            { hour: T0, environment: 'dev', metrics: 10 },
            { hour: T0, environment: 'prod', metrics: 1 },
            {
              hour: T0 - 30 * HOUR,
              environment: 'dev',
              metrics: 3_000_000_000,
            },
          ]),
        ),
      );
      await store.add([]);
      const byName = (a: { environment: string }, b: { environment: string }) =>
        a.environment < b.environment ? -1 : 1;
      expect([...(await store.since(T0))].sort(byName)).toEqual([
        { hour: T0, environment: 'dev', metrics: 200 },
        { hour: T0, environment: 'prod', metrics: 20 },
      ]);
      expect(await store.since(T0 - 30 * HOUR)).toContainEqual({
        hour: T0 - 30 * HOUR,
        environment: 'dev',
        metrics: 60_000_000_000,
      });
      await store.prune(T0);
      expect(await store.since(0)).toHaveLength(2);
    },
  );
});
