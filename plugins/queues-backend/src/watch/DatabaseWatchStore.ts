import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import {
  NoticeRow,
  RecordRow,
  toClaimedNotice,
  toNoticeRow,
  toRecordRow,
  toStoredRecord,
} from './watchRows';
import { WatchRecord } from './types';
import {
  ClaimedNotice,
  QueuedNotice,
  StoredRecord,
  WatchStore,
} from './WatchStore';

const RECORDS = 'dead_letter_watch';
const NOTICES = 'dead_letter_notices';
/** Long enough to send many, short enough for another to go on soon after a crash. */
const CLAIM_MS = 60_000;
/** SQLite takes no more than 999 values in a statement by default. */
const TOUCH_AT_ONCE = 500;

/** {@link WatchStore} in the plugin's database, whose migrations have run. */
export class DatabaseWatchStore implements WatchStore {
  readonly #db: Knex;

  constructor(db: Knex) {
    this.#db = db;
  }

  async records(): Promise<ReadonlyMap<string, StoredRecord>> {
    const rows = await this.#db<RecordRow>(RECORDS).select();
    return new Map(rows.map(row => [row.arn, toStoredRecord(row)]));
  }

  async save(options: {
    arn: string;
    previous: StoredRecord | undefined;
    record: WatchRecord;
    notices: ReadonlyArray<QueuedNotice & { dueAt: number }>;
    now: number;
  }): Promise<boolean> {
    return this.#db.transaction(async tx => {
      const isFirst = await this.#saveRecord(tx, options);
      for (const notice of isFirst ? options.notices : []) {
        const { created_at, ...row } = toNoticeRow(notice, options.now);
        // What waits already is told with what is new; nobody is told twice.
        await tx<NoticeRow>(NOTICES)
          .insert({ ...row, created_at })
          .onConflict(['arn', 'kind'])
          .merge(row);
      }
      return isFirst;
    });
  }

  async touch(arns: readonly string[], now: number): Promise<void> {
    for (let at = 0; at < arns.length; at += TOUCH_AT_ONCE) {
      await this.#db<RecordRow>(RECORDS)
        .whereIn('arn', arns.slice(at, at + TOUCH_AT_ONCE))
        .update({ seen_at: new Date(now) });
    }
  }

  async claim(
    now: number,
  ): Promise<{ claim: string; notices: ClaimedNotice[] }> {
    const claim = randomUUID();
    // One statement: of two replicas the second finds them taken.
    const taken = await this.#db<NoticeRow>(NOTICES)
      .where('due_at', '<=', new Date(now))
      .andWhere(free =>
        free
          .whereNull('claimed_until')
          .orWhere('claimed_until', '<', new Date(now)),
      )
      .update({ claim, claimed_until: new Date(now + CLAIM_MS) });
    if (taken === 0) {
      return { claim, notices: [] };
    }
    const rows = await this.#db(NOTICES)
      .leftJoin(RECORDS, `${NOTICES}.arn`, `${RECORDS}.arn`)
      .where({ claim })
      .orderBy(`${NOTICES}.arn`)
      .select<Array<NoticeRow & { count: number | null }>>(
        `${NOTICES}.*`,
        `${RECORDS}.count`,
      );
    return { claim, notices: rows.map(toClaimedNotice) };
  }

  async done(claim: string, notices: readonly QueuedNotice[]): Promise<void> {
    for (const { notice, queue } of notices) {
      await this.#db<NoticeRow>(NOTICES)
        .where({ arn: queue.arn, kind: notice.kind, claim })
        .delete();
    }
  }

  async forgetUnseen(since: number): Promise<void> {
    await this.#db<RecordRow>(RECORDS)
      .where('seen_at', '<', new Date(since))
      .delete();
  }

  async #saveRecord(
    tx: Knex.Transaction,
    options: {
      arn: string;
      previous: StoredRecord | undefined;
      record: WatchRecord;
      now: number;
    },
  ): Promise<boolean> {
    const { arn, previous, record, now } = options;
    const row = toRecordRow(arn, record, (previous?.version ?? 0) + 1, now);
    if (previous) {
      const { version } = previous;
      return (
        (await tx<RecordRow>(RECORDS).where({ arn, version }).update(row)) === 1
      );
    }
    const inserted = await tx<RecordRow>(RECORDS)
      .insert(row)
      .onConflict('arn')
      .ignore()
      .returning('arn');
    return inserted.length === 1;
  }
}
