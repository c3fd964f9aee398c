import { DatabaseService, LoggerService } from '@backstage/backend-plugin-api';
import { openDatabase } from '../openDatabase';
import { DatabaseLifeStore } from './DatabaseLifeStore';
import { DatabaseRequestStore } from './DatabaseRequestStore';
import { LifeStore } from './LifeStore';
import { RequestStore } from './RequestStore';
import { tellOutages } from './tellOutages';

/** The stores about one repository, `host/owner/repo`, in a database that is brought up to date first. */
export async function openStores(
  deps: { database: DatabaseService; logger: LoggerService },
  slug: string,
) {
  const { logger } = deps;
  const db = await openDatabase(deps.database);
  return {
    store: tellOutages<RequestStore>(
      new DatabaseRequestStore(db, slug),
      logger,
    ),
    lifeStore: tellOutages<LifeStore>(new DatabaseLifeStore(db, slug), logger),
  };
}
