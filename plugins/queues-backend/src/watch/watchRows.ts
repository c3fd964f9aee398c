import { z } from 'zod';
import { ExpiryStage, WatchRecord } from './types';
import { ClaimedNotice, QueuedNotice, StoredRecord } from './WatchStore';

/** How databases give a time back: PostgreSQL as a date, SQLite as a number. */
type Time = Date | string | number;

/** @internal */
export interface RecordRow {
  readonly arn: string;
  readonly version: number;
  readonly count: number;
  readonly armed: boolean | number;
  readonly grew_at: Time | null;
  readonly empty_at: Time | null;
  readonly expiry_stage: number;
  readonly age_read_at: Time | null;
  readonly seen_at: Time;
}

/** @internal */
export interface NoticeRow {
  readonly arn: string;
  readonly kind: string;
  readonly owner: string;
  readonly content: string;
  readonly due_at: Time;
  readonly created_at: Time;
  readonly claim: string | null;
  readonly claimed_until: Time | null;
}

const contentSchema = z.object({
  notice: z.object({
    kind: z.enum(['filling', 'expiring']),
    reason: z.enum(['found', 'started', 'growing', 'near', 'imminent']),
    at: z.number(),
    count: z.number(),
    previousCount: z.number().optional(),
    expiresAt: z.number().optional(),
  }),
  queue: z.object({
    arn: z.string(),
    name: z.string(),
    entityRef: z.string(),
    owner: z.string(),
    sources: z.array(z.string()),
    environment: z.string(),
    isProtected: z.boolean(),
  }),
});

/** @internal */
export function toRecordRow(
  arn: string,
  record: WatchRecord,
  version: number,
  now: number,
): RecordRow {
  return {
    arn,
    version,
    count: record.count,
    armed: record.armed,
    grew_at: toDate(record.grewAt),
    empty_at: toDate(record.emptyAt),
    expiry_stage: record.expiryStage,
    age_read_at: toDate(record.ageReadAt),
    seen_at: new Date(now),
  };
}

/** @internal */
export function toStoredRecord(row: RecordRow): StoredRecord {
  return {
    version: row.version,
    count: row.count,
    armed: Boolean(row.armed),
    grewAt: toTime(row.grew_at),
    emptyAt: toTime(row.empty_at),
    expiryStage: toStage(row.expiry_stage),
    ageReadAt: toTime(row.age_read_at),
    seenAt: new Date(row.seen_at).getTime(),
  };
}

/** @internal */
export function toNoticeRow(
  { notice, queue, dueAt }: QueuedNotice & { dueAt: number },
  now: number,
): NoticeRow {
  return {
    arn: queue.arn,
    kind: notice.kind,
    owner: queue.owner,
    content: JSON.stringify({ notice, queue }),
    due_at: new Date(dueAt),
    created_at: new Date(now),
    claim: null,
    claimed_until: null,
  };
}

/** @internal */
export function toClaimedNotice(
  row: NoticeRow & { count: number | null },
): ClaimedNotice {
  const content = contentSchema.parse(JSON.parse(row.content));
  return {
    ...content,
    countNow: row.count ?? content.notice.count,
    createdAt: new Date(row.created_at).getTime(),
  };
}

function toDate(time: number | undefined): Date | null {
  return time === undefined ? null : new Date(time);
}

function toTime(time: Time | null): number | undefined {
  return time === null ? undefined : new Date(time).getTime();
}

function toStage(stage: number): ExpiryStage {
  return stage === 1 || stage === 2 ? stage : 0;
}
