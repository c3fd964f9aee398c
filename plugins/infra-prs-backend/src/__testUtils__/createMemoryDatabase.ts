import createKnex, { Knex } from 'knex';

/** A database of its own, in memory. */
export function createMemoryDatabase(): Knex {
  return createKnex({
    client: 'better-sqlite3',
    connection: ':memory:',
    useNullAsDefault: true,
  });
}
