import { TimePoint, timePointSchema } from '@slipway/platform-common';
import { z } from 'zod';
import { MetricsRange, metricsRangeSchema } from './range';

/** What kind of work a service does. A service that does both has both. @public */
export type TrafficKind = 'http' | 'messaging';

/** The signals of one kind of work. @public */
export const signalNames = ['rate', 'errorRatio', 'p50', 'p95', 'p99'] as const;

/**
 * `rate`: requests or messages per second. `errorRatio`: 0 to 1. `p50`, `p95`, `p99`: seconds.
 * @public
 */
export type SignalName = (typeof signalNames)[number];

/** Rate, errors and latency of one kind of work. @public */
export interface TrafficSignals {
  readonly kind: TrafficKind;
  /** Newest values; a signal without recent data is absent. */
  readonly current: Readonly<Partial<Record<SignalName, number>>>;
  /** Evenly spaced, oldest first, all of the same length. */
  readonly series: Readonly<Record<SignalName, readonly TimePoint[]>>;
}

/** How a service does in one environment. @public */
export interface GoldenSignals {
  readonly environment: string;
  /** Value of the `service_name` label. */
  readonly serviceName: string;
  readonly range: MetricsRange;
  readonly stepSeconds: number;
  /** Empty when the service has sent no known metric within the range. */
  readonly traffic: readonly TrafficSignals[];
}

const value = z.number().optional();
const points = z.array(timePointSchema);

const trafficSignalsSchema = z.object({
  kind: z.enum(['http', 'messaging']),
  current: z.object({
    rate: value,
    errorRatio: value,
    p50: value,
    p95: value,
    p99: value,
  }),
  series: z.object({
    rate: points,
    errorRatio: points,
    p50: points,
    p95: points,
    p99: points,
  }),
});

/** Schema of {@link GoldenSignals}. @public */
export const goldenSignalsSchema: z.ZodType<GoldenSignals> = z.object({
  environment: z.string(),
  serviceName: z.string(),
  range: metricsRangeSchema,
  stepSeconds: z.number(),
  traffic: z.array(trafficSignalsSchema),
});
