import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';

/**
 * A plugin's database with the migrations of its package run: once for all its stores, since they share the table of
 * migrations.
 * @public
 */
export async function openDatabase(
  database: DatabaseService,
  packageName: string,
): ReturnType<DatabaseService['getClient']> {
  const client = await database.getClient();
  if (!database.migrations?.skip) {
    await client.migrate.latest({
      directory: resolvePackagePath(packageName, 'migrations'),
    });
  }
  return client;
}
