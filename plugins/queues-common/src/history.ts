import { sourceResultSchema, timePointSchema } from '@slipway/platform-common';
import { z } from 'zod';
import { QueueHistory } from './types';

/** Ranges of the chart, and the seconds between its points. CloudWatch keeps minutes for 15 days. @public */
export const HISTORY_RANGES = {
  '1h': { seconds: 3_600, period: 60 },
  '3h': { seconds: 10_800, period: 60 },
  '12h': { seconds: 43_200, period: 300 },
  '1d': { seconds: 86_400, period: 300 },
  '3d': { seconds: 259_200, period: 900 },
  '7d': { seconds: 604_800, period: 1_800 },
  '14d': { seconds: 1_209_600, period: 3_600 },
} as const;

/** @public */
export type HistoryRange = keyof typeof HISTORY_RANGES;

/** @public */
export const historyRangeSchema = z.enum(
  Object.keys(HISTORY_RANGES) as [HistoryRange, ...HistoryRange[]],
);

const series = z.array(timePointSchema);

/** Schema of a {@link QueueHistory}. @public */
export const historySchema: z.ZodType<QueueHistory> = z.object({
  visible: series,
  inFlight: series,
  oldestAge: series,
  sent: series,
  received: series,
  deleted: series,
});

/** Answer of `GET …/queues/:environment/:queue/history?range=`. @public */
export const queueHistoryResponseSchema = z.object({
  range: historyRangeSchema,
  queue: sourceResultSchema(historySchema),
  dlq: sourceResultSchema(historySchema).optional(),
});

/** @public */
export type QueueHistoryResponse = z.infer<typeof queueHistoryResponseSchema>;
