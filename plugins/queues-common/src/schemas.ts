import {
  resourceProblemSchema,
  sourceResultSchema,
  timePointSchema,
} from '@slipway/platform-common';
import { z } from 'zod';
import { QueuesResponse } from './types';

const countsSchema = z.object({
  visible: z.number(),
  inFlight: z.number(),
  delayed: z.number(),
});

const series = z.array(timePointSchema);

const historySchema = z.object({
  visible: series,
  inFlight: series,
  oldestAge: series,
  sent: series,
  received: series,
});

const dlqSchema = z.object({
  arn: z.string(),
  name: z.string(),
  maxReceiveCount: z.number(),
  consoleUrl: z.url(),
  counts: sourceResultSchema(countsSchema),
  history: sourceResultSchema(historySchema),
});

/** Schema of a {@link QueueState}. @public */
export const queueStateSchema = countsSchema.extend({
  arn: z.string(),
  name: z.string(),
  environment: z.string(),
  fifo: z.boolean(),
  encrypted: z.boolean(),
  isDlq: z.boolean().optional(),
  retentionSeconds: z.number(),
  oldestAgeSeconds: z.number().optional(),
  sentPerSecond: z.number().optional(),
  receivedPerSecond: z.number().optional(),
  consoleUrl: z.url(),
  history: sourceResultSchema(historySchema),
  dlq: dlqSchema.optional(),
});

/** Schema of a {@link QueuesResponse}. @public */
export const queuesResponseSchema: z.ZodType<QueuesResponse> = z.object({
  queues: z.array(sourceResultSchema(queueStateSchema)),
  problems: z.array(resourceProblemSchema),
});
