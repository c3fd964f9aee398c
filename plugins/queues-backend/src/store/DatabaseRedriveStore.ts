import { RedriveStatus } from '@slipway/plugin-queues-common';
import { Knex } from 'knex';
import { toColumns, toRecord, toRow } from './redriveRow';
import { RedriveChange, RedriveRecord, RedriveStore } from './RedriveStore';

const TABLE = 'queue_redrives';

/** {@link RedriveStore} in the plugin's database. */
export class DatabaseRedriveStore implements RedriveStore {
  readonly #db: Knex;

  constructor(db: Knex) {
    this.#db = db;
  }

  async insert(record: RedriveRecord): Promise<RedriveRecord | undefined> {
    // The other one may be over between the conflict and the look at it; then there is room again.
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await this.#db(TABLE)
        .insert(toRow(record))
        .onConflict('active_arn')
        .ignore();
      if (await this.get(record.id)) return undefined;
      const row = await this.#db(TABLE)
        .where({ active_arn: record.queueArn })
        .first();
      if (row) return toRecord(row);
    }
    throw new Error(`Redrives of ${record.queue} come and go too fast`);
  }

  async get(id: string): Promise<RedriveRecord | undefined> {
    const row = await this.#db(TABLE).where({ id }).first();
    return row && toRecord(row);
  }

  async update(
    id: string,
    from: readonly RedriveStatus[],
    change: RedriveChange,
  ): Promise<RedriveRecord | undefined> {
    const changed = await this.#db(TABLE)
      .where({ id })
      .whereIn('status', [...from])
      .update(toColumns(change));
    return changed === 1 ? this.get(id) : undefined;
  }

  async list(queueArn: string, limit: number): Promise<RedriveRecord[]> {
    const rows = await this.#db(TABLE)
      .where({ queue_arn: queueArn })
      .orderBy('started_at', 'desc')
      .limit(limit);
    return rows.map(toRecord);
  }

  async active(): Promise<RedriveRecord[]> {
    const rows = await this.#db(TABLE)
      .whereNotNull('active_arn')
      .orderBy('started_at');
    return rows.map(toRecord);
  }

  async claim(id: string, before: number): Promise<boolean> {
    const claimed = await this.#db(TABLE)
      .where({ id })
      .whereNotNull('active_arn')
      .where('beat_at', '<', new Date(before))
      .update({ beat_at: new Date() });
    return claimed === 1;
  }
}
