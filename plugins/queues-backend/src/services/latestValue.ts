import { TimePoint } from '@slipway/platform-common';

/** CloudWatch lags up to two minutes; what is older than this says nothing about now. */
const RECENT_MS = 6 * 60_000;

/** The newest value of a series, unless it is too old to be about now. */
export function latestValue(
  points: readonly TimePoint[] = [],
  now = Date.now(),
): number | undefined {
  return latestPoint(points, RECENT_MS, now)?.value;
}

/** The newest point that has a value, unless it is older than `maxAgeMs`. */
export function latestPoint(
  points: readonly TimePoint[],
  maxAgeMs: number,
  now = Date.now(),
): { readonly time: number; readonly value: number } | undefined {
  for (let index = points.length - 1; index >= 0; index -= 1) {
    const { time, value } = points[index];
    if (value !== undefined) {
      return time >= now - maxAgeMs ? { time, value } : undefined;
    }
  }
  return undefined;
}
