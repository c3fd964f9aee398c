import { DatabaseService } from '@backstage/backend-plugin-api';
import { openDatabase } from '../openDatabase';
import { DatabaseLifeStore } from './DatabaseLifeStore';
import { DatabaseNoticeStore } from './DatabaseNoticeStore';
import { DatabaseRequestStore } from './DatabaseRequestStore';

/** The stores about one repository, `host/owner/repo`, in a database that is brought up to date first. */
export async function openStores(database: DatabaseService, slug: string) {
  const db = await openDatabase(database);
  return {
    store: new DatabaseRequestStore(db, slug),
    lifeStore: new DatabaseLifeStore(db, slug),
    noticeStore: new DatabaseNoticeStore(db, slug),
  };
}
