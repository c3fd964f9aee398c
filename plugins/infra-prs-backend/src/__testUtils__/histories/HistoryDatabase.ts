import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { createMemoryDatabase } from '../createMemoryDatabase';
import { openDatabase } from '../../openDatabase';
import { DatabaseLifeStore } from '../../store/DatabaseLifeStore';
import { DatabaseNoticeStore } from '../../store/DatabaseNoticeStore';
import { DatabaseRequestStore } from '../../store/DatabaseRequestStore';
import { LifeStore } from '../../store/LifeStore';
import { RequestStore } from '../../store/RequestStore';
import { NoticeStore } from '../../watch/Notice';
import { Gates } from './Gates';

/** The stores as the processes of one history share them. */
export interface HistoryStores {
  readonly store: RequestStore;
  readonly lifeStore: LifeStore;
  readonly noticeStore: NoticeStore;
}

const TABLES = [
  'requests',
  'request_pulls',
  'request_events',
  'request_notices',
  'change_requests',
];

/** Most of the time would go into the same statements, made ready anew. */
function keepStatements(connection: { prepare(sql: string): unknown }): void {
  const known = new Map<string, unknown>();
  const prepare = connection.prepare.bind(connection);
  connection.prepare = sql => {
    const statement = known.get(sql) ?? prepare(sql);
    known.set(sql, statement);
    return statement;
  };
}

/** A store whose work is waited for, and that fails while the database is gone. */
function watched<T extends object>(
  store: T,
  gates: Gates,
  isGone: () => boolean,
): T {
  return new Proxy(store, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...args: unknown[]) =>
        isGone()
          ? Promise.reject(new Error('The database is gone'))
          : gates.track(Promise.resolve(Reflect.apply(member, target, args)));
    },
  });
}

/** The product's own stores on SQLite in memory; each history has a repository of its own in it. */
export class HistoryDatabase {
  readonly #knex: Knex;

  static async open(): Promise<HistoryDatabase> {
    const knex = createMemoryDatabase(keepStatements);
    await openDatabase(mockServices.database({ knex }));
    // Nothing here has to survive.
    await knex.raw('pragma synchronous = off');
    return new HistoryDatabase(knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  stores(
    repository: string,
    gates: Gates,
    isGone: () => boolean,
  ): HistoryStores {
    const store = new DatabaseRequestStore(this.#knex, repository);
    const lifeStore = new DatabaseLifeStore(this.#knex, repository);
    const noticeStore = new DatabaseNoticeStore(this.#knex, repository);
    return {
      store: watched(store, gates, isGone),
      lifeStore: watched(lifeStore, gates, isGone),
      noticeStore: watched(noticeStore, gates, isGone),
    };
  }

  /** Loses all that is kept, or what is kept of one history. */
  async forget(repository?: string): Promise<void> {
    for (const table of TABLES) {
      const rows = this.#knex(table);
      await (repository ? rows.where({ repository }) : rows).delete();
    }
  }

  /** Ids of what people are, or were, to be told of a change; `unsent` are those that still wait. */
  async notices(repository: string, number: number) {
    const rows: Array<{ id: string; sent_at: unknown }> = await this.#knex(
      'request_notices',
    ).where({ repository, number });
    return {
      ids: rows.map(({ id }) => id),
      unsent: rows.filter(row => row.sent_at === null).map(({ id }) => id),
    };
  }

  async close(): Promise<void> {
    await this.#knex.destroy();
  }
}
