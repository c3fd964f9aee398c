import { DatabaseService } from '@backstage/backend-plugin-api';
import { openDatabase as openDatabaseOf } from '@slipway/platform-node';
import { Knex } from 'knex';

/** The database of this plugin, for all its stores. */
export function openDatabase(database: DatabaseService): Promise<Knex> {
  return openDatabaseOf(database, '@slipway/plugin-queues-backend');
}
