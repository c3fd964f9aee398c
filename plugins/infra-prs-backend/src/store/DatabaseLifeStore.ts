import { RequestEvent, RequestPull } from '@slipway/plugin-infra-prs-common';
import { Knex } from 'knex';
import {
  EventRow,
  PullRow,
  RequestKey,
  RequestRow,
  toEvent,
  toEventRow,
  toKeptRequest,
  toPull,
  toPullRow,
  toRequestRow,
} from './lifeRows';
import { addNotices } from './DatabaseNoticeStore';
import { KeptRequest, LifeQuery, LifeStore, StoredRequest } from './LifeStore';

const REQUESTS = 'requests';
const PULLS = 'request_pulls';
const EVENTS = 'request_events';
const PULL_KEY = ['repository', 'number', 'pull_repository', 'pull_number'];
const OVER = ['done', 'withdrawn'];
/** SQLite takes no more than 999 values in a statement by default. */
const AT_ONCE = 500;
const ROWS_AT_ONCE = 50;

/** {@link LifeStore} in the plugin's database, whose migrations have run. */
export class DatabaseLifeStore implements LifeStore {
  readonly #db: Knex;
  readonly #repository: string;

  constructor(db: Knex, repository: string) {
    this.#db = db;
    this.#repository = repository;
  }

  async find(number: number): Promise<KeptRequest | undefined> {
    return (await this.findMany([number])).get(number);
  }

  async findMany(
    numbers: readonly number[],
  ): Promise<ReadonlyMap<number, KeptRequest>> {
    const found = new Map<number, KeptRequest>();
    for (let at = 0; at < numbers.length; at += AT_ONCE) {
      const rows = await this.#db<RequestRow>(REQUESTS)
        .where({ repository: this.#repository })
        .whereIn('number', numbers.slice(at, at + AT_ONCE))
        .select();
      for (const row of rows) found.set(row.number, toKeptRequest(row));
    }
    return found;
  }

  async list(query: LifeQuery): Promise<KeptRequest[]> {
    const { entity, requester, unfinished, mergedSince } = query;
    const asked = this.#db<RequestRow>(REQUESTS)
      .where({ repository: this.#repository })
      .orderBy('number', 'desc');
    if (entity) asked.andWhere({ entity });
    if (unfinished) asked.whereNotIn('state', OVER);
    if (mergedSince) asked.where('merged_at', '>=', new Date(mergedSince));
    const rows = await asked.select();
    return rows
      .map(toKeptRequest)
      .filter(each => !requester || each.requesters.includes(requester));
  }

  async page({ after, limit }: { after: number; limit: number }) {
    const rows = await this.#db<RequestRow>(REQUESTS)
      .where({ repository: this.#repository })
      .where('number', '>', after)
      .orderBy('number')
      .limit(limit)
      .select();
    return rows.map(toKeptRequest);
  }

  async numbersOf(shas: readonly string[]): Promise<number[]> {
    const rows = await this.#db<RequestRow>(REQUESTS)
      .where({ repository: this.#repository })
      .andWhere(either =>
        either.whereIn('head_sha', shas).orWhereIn('merge_sha', shas),
      )
      .select('number');
    return rows.map(({ number }) => number);
  }

  async pulls(number: number): Promise<RequestPull[]> {
    const rows = await this.#db<PullRow>(PULLS)
      .where(this.#key(number))
      .orderBy(['role', 'pull_number'])
      .select();
    return rows.map(toPull);
  }

  async events(number: number): Promise<RequestEvent[]> {
    const rows = await this.#db<EventRow>(EVENTS)
      .where(this.#key(number))
      .orderBy('at')
      .select();
    return rows.map(toEvent);
  }

  async failures(
    numbers: readonly number[],
  ): Promise<ReadonlyMap<number, string>> {
    const found = new Map<number, string>();
    for (let at = 0; at < numbers.length; at += AT_ONCE) {
      const rows = await this.#db<EventRow>(EVENTS)
        .where({ repository: this.#repository, outcome: 'failure' })
        .whereIn('kind', ['applied', 'deployed'])
        .whereIn('number', numbers.slice(at, at + AT_ONCE))
        .orderBy('at')
        .select();
      for (const row of rows) {
        if (!found.has(row.number)) found.set(row.number, toEvent(row).at);
      }
    }
    return found;
  }

  async addEvent(number: number, event: RequestEvent): Promise<void> {
    await this.#db<EventRow>(EVENTS)
      .insert(toEventRow(this.#key(number), event))
      .onConflict(['repository', 'number', 'id'])
      .ignore();
  }

  async addPull(
    number: number,
    pull: Parameters<LifeStore['addPull']>[1],
  ): Promise<void> {
    const title = `${pull.repository}#${pull.number}`;
    const unseen = { ...pull, title, state: 'open' as const, headSha: '' };
    await this.#db<PullRow>(PULLS)
      .insert(toPullRow(this.#key(number), unseen))
      .onConflict(PULL_KEY)
      .ignore();
  }

  async save(look: Parameters<LifeStore['save']>[0]): Promise<boolean> {
    return this.#db.transaction(async tx => {
      const { previous, request, pulls, events } = look;
      if (!(await this.#saveRequest(tx, previous, request))) return false;
      const key = this.#key(request.number);
      await insertAll(
        pulls.map(each => toPullRow(key, each)),
        rows => tx<PullRow>(PULLS).insert(rows).onConflict(PULL_KEY).merge(),
      );
      await insertAll(
        events.map(each => toEventRow(key, each)),
        rows =>
          tx<EventRow>(EVENTS)
            .insert(rows)
            .onConflict(['repository', 'number', 'id'])
            .merge(),
      );
      await addNotices(tx, key, look.notices, look);
      return true;
    });
  }

  async #saveRequest(
    tx: Knex.Transaction,
    previous: KeptRequest | undefined,
    request: StoredRequest,
  ): Promise<boolean> {
    const version = previous?.version ?? 0;
    const row = toRequestRow(this.#repository, version + 1, request);
    if (previous) {
      const where = { ...this.#key(request.number), version };
      return (await tx<RequestRow>(REQUESTS).where(where).update(row)) === 1;
    }
    const inserted = await tx<RequestRow>(REQUESTS)
      .insert(row)
      .onConflict(['repository', 'number'])
      .ignore()
      .returning('number');
    return inserted.length === 1;
  }

  #key(number: number): RequestKey {
    return { repository: this.#repository, number };
  }
}

async function insertAll<Row>(
  rows: readonly Row[],
  insert: (some: Row[]) => PromiseLike<unknown>,
): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    await insert(rows.slice(at, at + ROWS_AT_ONCE));
  }
}
