import { redriveStatusSchema } from '@slipway/plugin-queues-common';
import { z } from 'zod';
import { ACTIVE, RedriveChange, RedriveRecord } from './RedriveStore';

/** SQLite answers times as numbers, PostgreSQL as dates, and its 64-bit integers as text. */
const time = z
  .union([z.date(), z.number(), z.string()])
  .transform(value => new Date(value).getTime());
const optional = <T extends z.ZodType>(schema: T) =>
  schema.nullish().transform(value => value ?? undefined);
const strings = z.array(z.string());
const list = z.string().transform(text => strings.parse(JSON.parse(text)));

const rowSchema = z.object({
  id: z.string(),
  queue_arn: z.string(),
  kind: z.enum(['all', 'selected']),
  environment: z.string(),
  queue: z.string(),
  entity_ref: z.string(),
  owners: list,
  targets: list,
  velocity: optional(z.number()),
  status: redriveStatusSchema,
  to_move: optional(z.number()),
  moved: z.number(),
  started_by: z.string(),
  started_at: time,
  cancelled_by: optional(z.string()),
  finished_at: optional(time),
  failure: optional(z.string()),
  task_handle: optional(z.string()),
  task_started_at: optional(z.coerce.number()),
  previous_task_at: z.coerce.number(),
  beat_at: time,
});

/** A record from what the database answered. */
export function toRecord(row: unknown): RedriveRecord {
  const it = rowSchema.parse(row);
  return {
    id: it.id,
    queueArn: it.queue_arn,
    kind: it.kind,
    environment: it.environment,
    queue: it.queue,
    entityRef: it.entity_ref,
    owners: it.owners,
    targets: it.targets,
    velocity: it.velocity,
    status: it.status,
    toMove: it.to_move,
    moved: it.moved,
    startedBy: it.started_by,
    startedAt: it.started_at,
    cancelledBy: it.cancelled_by,
    finishedAt: it.finished_at,
    failure: it.failure,
    taskHandle: it.task_handle,
    taskStartedAt: it.task_started_at,
    previousTaskAt: it.previous_task_at,
    beatAt: it.beat_at,
  };
}

const date = (ms: number | undefined) =>
  ms === undefined ? undefined : new Date(ms);

/** The columns of a new record. */
export function toRow(record: RedriveRecord) {
  return {
    id: record.id,
    queue_arn: record.queueArn,
    kind: record.kind,
    environment: record.environment,
    queue: record.queue,
    entity_ref: record.entityRef,
    owners: JSON.stringify(record.owners),
    targets: JSON.stringify(record.targets),
    velocity: record.velocity,
    started_by: record.startedBy,
    started_at: new Date(record.startedAt),
    previous_task_at: record.previousTaskAt,
    active_arn: record.queueArn,
    ...toColumns(record),
  };
}

/** The columns of a change; those that do not change are left out. */
export function toColumns(change: RedriveChange) {
  const { status } = change;
  const over = status !== undefined && !ACTIVE.includes(status);
  const columns = {
    status,
    // Empty where it is over, which lets the next one in.
    active_arn: over ? null : undefined,
    to_move: change.toMove,
    moved: change.moved,
    cancelled_by: change.cancelledBy,
    finished_at: date(change.finishedAt),
    failure: change.failure?.slice(0, 2_000),
    task_handle: change.taskHandle,
    task_started_at: change.taskStartedAt,
    beat_at: date(change.beatAt),
  };
  return Object.fromEntries(
    Object.entries(columns).filter(([, value]) => value !== undefined),
  );
}
