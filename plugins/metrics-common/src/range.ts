import { z } from 'zod';

/** How far back charts reach. @public */
export const metricsRanges = ['1h', '6h', '24h'] as const;

/** @public */
export const metricsRangeSchema = z.enum(metricsRanges);

/** @public */
export type MetricsRange = z.infer<typeof metricsRangeSchema>;

/** @public */
export const DEFAULT_METRICS_RANGE: MetricsRange = '1h';
