import { Millis } from '../../world/types';
import { SampleWindow } from '../tsdb/SampleBuffer';

interface RangeBounds {
  readonly start: Millis;
  readonly end: Millis;
}

/** Value of a range function over the samples in the range; undefined when there are too few. */
export type RangeFunction = (
  window: SampleWindow,
  bounds: RangeBounds,
) => number | undefined;

/** Rise of a series between its first and last sample; a counter that falls has been reset to zero. */
function rise({ values }: SampleWindow, counter: boolean): number {
  let total = values[values.length - 1] - values[0];
  if (counter) {
    for (let i = 1; i < values.length; i += 1) {
      if (values[i] < values[i - 1]) total += values[i - 1];
    }
  }
  return total;
}

/**
 * Seconds the samples are taken to stand for: up to the bounds of the range where these are near,
 * else half an average interval beyond, and never further back than where a counter would be zero.
 * As Prometheus 2 does it: https://prometheus.io/docs/prometheus/latest/querying/functions/#rate
 */
function extrapolatedSeconds(
  { times, values }: SampleWindow,
  { start, end }: RangeBounds,
  counterRise: number | undefined,
): number {
  const sampled = (times[times.length - 1] - times[0]) / 1000;
  const average = sampled / (times.length - 1);
  const near = average * 1.1;
  let toStart = (times[0] - start) / 1000;
  const toEnd = (end - times[times.length - 1]) / 1000;
  if (counterRise !== undefined && counterRise > 0 && values[0] >= 0) {
    toStart = Math.min(toStart, sampled * (values[0] / counterRise));
  }
  return (
    sampled +
    (toStart < near ? toStart : average / 2) +
    (toEnd < near ? toEnd : average / 2)
  );
}

function extrapolated(counter: boolean, perSecond: boolean): RangeFunction {
  return (window, bounds) => {
    const { times } = window;
    if (times.length < 2) return undefined;
    const total = rise(window, counter);
    const seconds = extrapolatedSeconds(
      window,
      bounds,
      counter ? total : undefined,
    );
    const sampled = (times[times.length - 1] - times[0]) / 1000;
    const increase = total * (seconds / sampled);
    return perSecond
      ? increase / ((bounds.end - bounds.start) / 1000)
      : increase;
  };
}

const irate: RangeFunction = ({ times, values }) => {
  const last = values.length - 1;
  if (last < 1) return undefined;
  const change =
    values[last] < values[last - 1]
      ? values[last]
      : values[last] - values[last - 1];
  return change / ((times[last] - times[last - 1]) / 1000);
};

function overTime(
  reduce: (values: readonly number[]) => number,
): RangeFunction {
  return ({ values }) => (values.length ? reduce(values) : undefined);
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/** Prometheus keeps the other operand where one is NaN. */
function extreme(better: (a: number, b: number) => boolean) {
  return (values: readonly number[]) =>
    values.reduce((best, value) =>
      better(value, best) || Number.isNaN(best) ? value : best,
    );
}

export const rangeFunctions: Readonly<
  Record<string, RangeFunction | undefined>
> = {
  rate: extrapolated(true, true),
  increase: extrapolated(true, false),
  delta: extrapolated(false, false),
  irate,
  sum_over_time: overTime(sum),
  avg_over_time: overTime(values => sum(values) / values.length),
  max_over_time: overTime(extreme((a, b) => a > b)),
  min_over_time: overTime(extreme((a, b) => a < b)),
  count_over_time: overTime(values => values.length),
  last_over_time: overTime(values => values[values.length - 1]),
};
