import { z } from 'zod';

/** Answer of `GET /v1/cost`: what reading CloudWatch costs. @public */
export const queuesCostSchema = z.object({
  /** Of the last 24 hours and so far today (UTC). */
  metricsLast24h: z.number(),
  metricsToday: z.number(),
  /** US dollars per 1,000 metrics requested. */
  pricePerThousand: z.number(),
  costLast24h: z.number(),
  /** US dollars a day; left out when there is no budget. */
  dailyBudget: z.number().optional(),
  /** What is done about it: `full`, `slower` (fewer reads), `paused` (SQS counts only). */
  mode: z.enum(['full', 'slower', 'paused']),
  /** By environment, the most expensive first. */
  environments: z.array(
    z.object({ environment: z.string(), metricsLast24h: z.number() }),
  ),
});

/** @public */
export type QueuesCost = z.infer<typeof queuesCostSchema>;
