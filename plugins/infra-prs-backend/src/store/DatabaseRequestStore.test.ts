import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { requireTool } from '@slipway/local-world';
import { metadataOf } from '../__testUtils__/fixtures';
import { openDatabase } from '../openDatabase';
import { DatabaseRequestStore } from './DatabaseRequestStore';

jest.setTimeout(60_000);

const POSTGRES = ['POSTGRES_14', 'POSTGRES_17', 'POSTGRES_18'] as const;

/** PostgreSQL takes part where a connection string names one; no container engine is assumed. */
function isConfigured(id: (typeof POSTGRES)[number]): boolean {
  const name = `BACKSTAGE_TEST_DATABASE_${id.replace(
    '_',
    '',
  )}_CONNECTION_STRING`;
  return process.env[name] !== undefined;
}

describe('DatabaseRequestStore', () => {
  const postgres = POSTGRES.filter(isConfigured);
  requireTool(
    'PostgreSQL (BACKSTAGE_TEST_DATABASE_POSTGRES17_CONNECTION_STRING)',
    postgres.length > 0,
    'the store on PostgreSQL',
  );
  const databases = TestDatabases.create({ ids: ['SQLITE_3', ...postgres] });

  it.each(databases.eachSupportedId())('keeps requests in %s', async id => {
    const knex = await databases.init(id);
    const db = await openDatabase(mockServices.database({ knex }));
    const store = new DatabaseRequestStore(db, 'host/acme/a');
    const other = new DatabaseRequestStore(db, 'host/acme/b');
    const record = (requester: string, name: string) => ({
      pullRequestNumber: 7,
      requester,
      metadata: {
        ...metadataOf(requester),
        parameters: { name, nested: { quote: `'"` } },
      },
    });
    await store.save(record('user:default/olivia', 'first'));
    await store.save(record('user:default/olivia', 'second'));
    await store.save(record('user:default/sam', 'third'));
    await other.save(record('user:default/pat', 'elsewhere'));

    const found = await store.find([7, 8]);
    expect(
      found.map(({ requester, metadata }) => [
        requester,
        metadata.parameters.name,
      ]),
    ).toEqual([
      ['user:default/olivia', 'second'],
      ['user:default/sam', 'third'],
    ]);
    const { recordedAt, ...first } = found[0];
    expect(first).toEqual(record('user:default/olivia', 'second'));
    expect(Date.now() - Date.parse(recordedAt)).toBeLessThan(60_000);
    expect(await store.find([])).toEqual([]);
  });
});
