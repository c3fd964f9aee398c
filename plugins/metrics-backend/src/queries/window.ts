import { MetricsRange } from '@slipway/plugin-metrics-common';

/** Times of one range query, in seconds since the epoch. */
export interface QueryWindow {
  readonly start: number;
  readonly end: number;
  readonly step: number;
  /** Length of the `rate` window. */
  readonly windowSeconds: number;
}

const spans: Readonly<
  Record<MetricsRange, { readonly seconds: number; readonly step: number }>
> = {
  '1h': { seconds: 3600, step: 30 },
  '6h': { seconds: 6 * 3600, step: 120 },
  '24h': { seconds: 24 * 3600, step: 300 },
};

/** Shortest window that holds four samples at the usual scrape interval of 15 s. */
const SHORTEST_WINDOW = 60;

/**
 * Picks start, end and step. The end is a whole number of steps (at most a minute), so that a refresh moves a chart
 * along instead of redrawing it from other samples.
 */
export function queryWindow(range: MetricsRange, now: number): QueryWindow {
  const { seconds, step } = spans[range];
  const grid = Math.min(step, 60);
  const end = Math.floor(now / 1000 / grid) * grid;
  return {
    start: end - seconds,
    end,
    step,
    windowSeconds: Math.max(step, SHORTEST_WINDOW),
  };
}
