import { Knex } from 'knex';
import { z } from 'zod';
import { SnapshotRecord, SnapshotStore } from './SnapshotStore';

const TABLE = 'queue_snapshots';
const rowSchema = z.object({ messages: z.number() });

/** {@link SnapshotStore} in the plugin's database. */
export class DatabaseSnapshotStore implements SnapshotStore {
  readonly #db: Knex;

  constructor(db: Knex) {
    this.#db = db;
  }

  async issue(snapshot: SnapshotRecord): Promise<void> {
    await this.#db(TABLE).insert({
      id: snapshot.id,
      queue_arn: snapshot.queueArn,
      issued_to: snapshot.issuedTo,
      issued_at: new Date(snapshot.issuedAt),
    });
  }

  async complete(id: string, messages: number): Promise<void> {
    await this.#db(TABLE).where({ id }).update({ messages });
  }

  async use(
    id: string,
    of: { queueArn: string; issuedTo: string; since: number },
  ): Promise<number | undefined> {
    const used = await this.#db(TABLE)
      .where({ id, queue_arn: of.queueArn, issued_to: of.issuedTo })
      .where('issued_at', '>', new Date(of.since))
      .whereNotNull('messages')
      .whereNull('used_at')
      .update({ used_at: new Date() });
    if (used !== 1) return undefined;
    const row = await this.#db(TABLE).where({ id }).first();
    return rowSchema.parse(row).messages;
  }
}
