import { TimePoint } from '@slipway/platform-common';

/** Series on one shared time axis; `null` is what the chart draws as a gap. */
export function alignSeries(series: ReadonlyArray<readonly TimePoint[]>): {
  times: number[];
  values: Array<Array<number | null>>;
} {
  const all = series.flatMap(points => points.map(({ time }) => time));
  const times = [...new Set(all)].sort((a, b) => a - b);
  const values = series.map(points => {
    const byTime = new Map(points.map(({ time, value }) => [time, value]));
    return times.map(time => byTime.get(time) ?? null);
  });
  return { times, values };
}

/** Whether a value has a gap on both sides, so that no line would show it. */
export function isAlone(
  values: ReadonlyArray<number | null>,
  index: number,
): boolean {
  return (
    (values[index] ?? null) !== null &&
    (values[index - 1] ?? null) === null &&
    (values[index + 1] ?? null) === null
  );
}
