import { sourceResultSchema } from '@slipway/platform-common';
import { z } from 'zod';

/** How urgent a queue is; the order is that of the board. @public */
export const RISK_LEVELS = ['critical', 'warning', 'ok', 'unknown'] as const;

/** @public */
export const queueRiskSchema = z.object({
  level: z.enum(RISK_LEVELS),
  /** 0 to 100; sorts within and across levels. */
  score: z.number(),
  /** In words, the worst first: `42 dead letters, 12 more than an hour ago`. */
  reasons: z.array(z.string()),
});

/** @public */
export type QueueRisk = z.infer<typeof queueRiskSchema>;

/** A queue in the list of many. @public */
export const boardRowSchema = z.object({
  id: z.string(),
  /** Catalog entity of the queue. */
  entityRef: z.string(),
  name: z.string(),
  environment: z.string(),
  /** Entity refs. */
  owner: z.string(),
  system: z.string().optional(),
  fifo: z.boolean().optional(),
  state: z.enum([
    'ok',
    'stale',
    'forbidden',
    'not_found',
    'throttled',
    'unreachable',
    'misconfigured',
  ]),
  /** Why there are no numbers, and what to do. */
  message: z.string().optional(),
  fix: z.string().optional(),
  asOf: z.string().optional(),
  visible: z.number().optional(),
  inFlight: z.number().optional(),
  delayed: z.number().optional(),
  oldestAgeSeconds: z.number().optional(),
  ageObjectiveSeconds: z.number().optional(),
  sentPerSecond: z.number().optional(),
  receivedPerSecond: z.number().optional(),
  drain: z
    .object({
      trend: z.enum(['empty', 'draining', 'steady', 'growing', 'unknown']),
      seconds: z.number().optional(),
      netPerSecond: z.number().optional(),
    })
    .optional(),
  dlq: z
    .object({
      name: z.string(),
      visible: z.number().optional(),
      grownLastHour: z.number().optional(),
      /** ISO 8601. */
      expires: z.string().optional(),
    })
    .optional(),
  /** Is itself a dead-letter queue whose sources are not among the rows. */
  isDlq: z.boolean().optional(),
  warnings: z.number(),
  risk: queueRiskSchema,
});

/** @public */
export type BoardRow = z.infer<typeof boardRowSchema>;

/**
 * Answer of `GET /v1/queues`: every queue the caller may see, the riskiest first. Filtering, choosing columns and export
 * happen in the browser, so that one answer serves all views.
 * @public
 */
export const boardResponseSchema = z.object({
  rows: z.array(boardRowSchema),
  /** One for each environment that could not be read, wholly or in part. */
  sources: z.array(sourceResultSchema(z.object({ queues: z.number() }))),
  /** Entity refs of the caller and their groups that own any of the queues, for "my teams". */
  mine: z.array(z.string()),
  /** CloudWatch is read less often than wanted, since its budget is used up. */
  degraded: z.string().optional(),
});

/** @public */
export type BoardResponse = z.infer<typeof boardResponseSchema>;
