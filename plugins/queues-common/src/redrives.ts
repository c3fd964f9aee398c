import { z } from 'zod';

/** SQS moves no faster: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html @public */
export const MAX_REDRIVE_VELOCITY = 500;
/** Messages that can be chosen one by one. @public */
export const MAX_SELECTED = 50;

/** @public */
export const redriveStatusSchema = z.enum([
  'starting',
  'running',
  'cancelling',
  'completed',
  'cancelled',
  'failed',
  /** The portal stopped in the middle of selected messages; what was not sent is still in the dead-letter queue. */
  'interrupted',
]);

/** @public */
export type RedriveStatus = z.infer<typeof redriveStatusSchema>;

/** A redrive, running or done. @public */
export const redriveSchema = z.object({
  id: z.string(),
  kind: z.enum(['all', 'selected']),
  environment: z.string(),
  /** Name of the dead-letter queue. */
  queue: z.string(),
  /** Names of the queues that messages return to; several where each returns to where it came from. */
  targets: z.array(z.string()),
  /** Messages per second. */
  velocity: z.number().optional(),
  status: redriveStatusSchema,
  /** Messages to move when it started, as SQS estimates. */
  toMove: z.number().optional(),
  moved: z.number(),
  /** User ref; left out for a task that was started outside of Slipway. */
  startedBy: z.string().optional(),
  /** ISO 8601. */
  startedAt: z.string(),
  cancelledBy: z.string().optional(),
  /** ISO 8601. */
  finishedAt: z.string().optional(),
  /** What went wrong and where it stopped, in words. */
  failure: z.string().optional(),
});

/** @public */
export type Redrive = z.infer<typeof redriveSchema>;

/** Answer of `GET …/queues/:environment/:queue/redrives`, the latest first. @public */
export const redrivesResponseSchema = z.object({
  redrives: z.array(redriveSchema),
});

/** @public */
export type RedrivesResponse = z.infer<typeof redrivesResponseSchema>;

/** Answer of `GET …/queues/:environment/:queue/redrive-preview`. @public */
export const redrivePreviewSchema = z.object({
  queue: z.string(),
  environment: z.string(),
  /** Dead letters now, as SQS estimates. */
  count: z.number(),
  targets: z.array(z.string()),
  fifo: z.boolean(),
  defaultVelocity: z.number(),
  maxVelocity: z.number(),
  /** User ref of who asks, as audit will say. */
  startedBy: z.string(),
  /** Why it cannot be started now, in words, each with who or what can change that. */
  blockers: z.array(z.string()),
  /** What to think of before starting. */
  risks: z.array(z.string()),
  running: redriveSchema.optional(),
});

/** @public */
export type RedrivePreview = z.infer<typeof redrivePreviewSchema>;

/** Body of `POST …/queues/:environment/:queue/redrives`. @public */
export const redriveCommandSchema = z.strictObject({
  /** The name of the dead-letter queue, typed by the person. */
  confirm: z.string().max(80),
  /** Messages per second. */
  velocity: z.number().int().min(1).max(MAX_REDRIVE_VELOCITY).optional(),
  /** Only these; left out for all. */
  messageIds: z
    .array(z.string().min(1).max(100))
    .min(1)
    .max(MAX_SELECTED)
    .optional(),
});

/** @public */
export type RedriveCommand = z.infer<typeof redriveCommandSchema>;

/** Body of `POST …/queues/:environment/:queue/purge`. @public */
export const purgeCommandSchema = z.strictObject({
  confirm: z.string().max(80),
  /** From the header `slipway-snapshot` of the download that has to come first. */
  snapshotId: z.string().max(100),
});

/** @public */
export type PurgeCommand = z.infer<typeof purgeCommandSchema>;

/**
 * What the caller may do with a dead-letter queue, and why not: `GET …/queues/:environment/:queue/actions`. Controls fail
 * closed without it.
 * @public
 */
export const queueActionsSchema = z.object({
  peek: z.object({ allowed: z.boolean(), reason: z.string().optional() }),
  export: z.object({ allowed: z.boolean(), reason: z.string().optional() }),
  redrive: z.object({ allowed: z.boolean(), reason: z.string().optional() }),
  /** Of a running redrive; stays allowed while Slipway is read-only. */
  cancel: z.object({ allowed: z.boolean(), reason: z.string().optional() }),
  purge: z.object({ allowed: z.boolean(), reason: z.string().optional() }),
});

/** @public */
export type QueueActions = z.infer<typeof queueActionsSchema>;
