import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { z } from 'zod';
import { ClaimedNotice, Notice, NoticeStore } from '../watch/Notice';

const NOTICES = 'request_notices';
/** Long enough to send many, short enough for another to go on soon after a crash. */
const CLAIM_MS = 60_000;

interface NoticeRow {
  readonly repository: string;
  readonly number: number;
  readonly id: string;
  readonly content: string;
  readonly created_at: Date | string | number;
  readonly sent_at: Date | string | number | null;
  readonly claim: string | null;
  readonly claimed_until: Date | string | number | null;
}

const contentSchema = z.object({
  recipients: z.array(z.string()),
  except: z.array(z.string()),
  title: z.string(),
  description: z.string(),
  severity: z.enum(['critical', 'high', 'normal', 'low']),
  isAlarm: z.boolean().optional(),
});

/** Adds to what waits, in a transaction of the caller; what is known already stays as it is. @internal */
export async function addNotices(
  tx: Knex.Transaction,
  key: { readonly repository: string; readonly number: number },
  notices: readonly Notice[],
  options: { readonly isOldNews: boolean },
): Promise<void> {
  if (notices.length === 0) return;
  const now = new Date();
  const rows = notices.map(({ id, ...content }) => ({
    ...key,
    id,
    content: JSON.stringify(content),
    created_at: now,
    sent_at: options.isOldNews ? now : null,
    claim: null,
    claimed_until: null,
  }));
  await tx<NoticeRow>(NOTICES)
    .insert(rows)
    .onConflict(['repository', 'number', 'id'])
    .ignore();
}

function toNotice(row: NoticeRow): ClaimedNotice {
  return {
    ...contentSchema.parse(JSON.parse(row.content)),
    id: row.id,
    number: row.number,
    createdAt: new Date(row.created_at).getTime(),
  };
}

/** {@link NoticeStore} in the plugin's database, whose migrations have run. */
export class DatabaseNoticeStore implements NoticeStore {
  readonly #db: Knex;
  readonly #repository: string;

  constructor(db: Knex, repository: string) {
    this.#db = db;
    this.#repository = repository;
  }

  async claim(
    now: number,
  ): Promise<{ claim: string; notices: readonly ClaimedNotice[] }> {
    const claim = randomUUID();
    // One statement: of two replicas the second finds them taken.
    const taken = await this.#db<NoticeRow>(NOTICES)
      .where({ repository: this.#repository, sent_at: null })
      .andWhere(free =>
        free
          .whereNull('claimed_until')
          .orWhere('claimed_until', '<', new Date(now)),
      )
      .update({ claim, claimed_until: new Date(now + CLAIM_MS) });
    if (taken === 0) return { claim, notices: [] };
    const rows = await this.#db<NoticeRow>(NOTICES)
      .where({ repository: this.#repository, claim, sent_at: null })
      .orderBy(['created_at', 'number'])
      .select();
    return { claim, notices: rows.map(toNotice) };
  }

  async done(
    claim: string,
    { number, id }: ClaimedNotice,
    now: number,
  ): Promise<void> {
    await this.#db<NoticeRow>(NOTICES)
      .where({ repository: this.#repository, number, id, claim })
      .update({ sent_at: new Date(now) });
  }
}
