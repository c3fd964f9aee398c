import { DatabaseService, LoggerService } from '@backstage/backend-plugin-api';
import { openDatabase } from '../openDatabase';
import { NoticeStore } from '../watch/Notice';
import { DatabaseLifeStore } from './DatabaseLifeStore';
import { DatabaseNoticeStore } from './DatabaseNoticeStore';
import { DatabaseRequestStore } from './DatabaseRequestStore';
import { LifeStore } from './LifeStore';
import { RequestStore } from './RequestStore';
import { tellOutages } from './tellOutages';

/** The stores about one repository, `host/owner/repo`, in a database that is brought up to date first. */
export async function openStores(
  deps: { database: DatabaseService; logger: LoggerService },
  slug: string,
) {
  const db = await openDatabase(deps.database);
  const tell = <T extends object>(store: T) => tellOutages(store, deps.logger);
  return {
    store: tell<RequestStore>(new DatabaseRequestStore(db, slug)),
    lifeStore: tell<LifeStore>(new DatabaseLifeStore(db, slug)),
    noticeStore: tell<NoticeStore>(new DatabaseNoticeStore(db, slug)),
  };
}
