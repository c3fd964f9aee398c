import createKnex, { Knex } from 'knex';

/** What better-sqlite3 is talked to through. */
interface Connection {
  prepare(sql: string): unknown;
}

/**
 * A database of its own, in memory.
 *
 * @param prepare - is given its one connection before it is used
 */
export function createMemoryDatabase(
  prepare: (connection: Connection) => void = () => {},
): Knex {
  return createKnex({
    client: 'better-sqlite3',
    connection: ':memory:',
    useNullAsDefault: true,
    pool: {
      afterCreate(
        connection: Connection,
        done: (error: unknown, connection: Connection) => void,
      ) {
        prepare(connection);
        done(undefined, connection);
      },
    },
  });
}
