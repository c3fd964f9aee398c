import {
  resourceProblemSchema,
  sourceResultSchema,
} from '@slipway/platform-common';
import { z } from 'zod';
import { historySchema } from './history';
import { QueuesResponse } from './types';

const countsSchema = z.object({
  visible: z.number(),
  inFlight: z.number(),
  delayed: z.number(),
});

const dlqSchema = z.object({
  id: z.string(),
  arn: z.string(),
  name: z.string(),
  maxReceiveCount: z.number(),
  consoleUrl: z.url(),
  counts: sourceResultSchema(countsSchema),
  history: sourceResultSchema(historySchema),
  retentionSeconds: z.number().optional(),
  grownLastHour: z.number().optional(),
  expiry: z
    .object({ latest: z.string(), exact: z.string().optional() })
    .optional(),
  sourceQueues: z.array(z.string()),
});

const warningSchema = z.object({
  code: z.enum([
    'no-dlq',
    'dlq-retention-short',
    'dlq-missing',
    'unencrypted',
    'dlq-unowned',
    'fifo-mismatch',
    'redrive-allow-missing',
    'redrive-denied',
  ]),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  fix: z.string(),
});

const drainSchema = z.object({
  trend: z.enum(['empty', 'draining', 'steady', 'growing', 'unknown']),
  seconds: z.number().optional(),
  netPerSecond: z.number().optional(),
});

/** Schema of a {@link QueueState}. @public */
export const queueStateSchema = countsSchema.extend({
  id: z.string(),
  arn: z.string(),
  name: z.string(),
  environment: z.string(),
  fifo: z.boolean(),
  encrypted: z.boolean(),
  isDlq: z.boolean().optional(),
  role: z.enum(['owner', 'consumer', 'producer', 'related']),
  entityRef: z.string().optional(),
  retentionSeconds: z.number(),
  visibilityTimeoutSeconds: z.number(),
  oldestAgeSeconds: z.number().optional(),
  ageObjectiveSeconds: z.number().optional(),
  sentPerSecond: z.number().optional(),
  receivedPerSecond: z.number().optional(),
  deletedPerSecond: z.number().optional(),
  drain: drainSchema,
  warnings: z.array(warningSchema),
  consoleUrl: z.url(),
  history: sourceResultSchema(historySchema),
  dlq: dlqSchema.optional(),
  sourceQueues: z.array(z.string()),
});

/** Schema of a {@link QueuesResponse}. @public */
export const queuesResponseSchema: z.ZodType<QueuesResponse> = z.object({
  queues: z.array(sourceResultSchema(queueStateSchema)),
  problems: z.array(resourceProblemSchema),
});
