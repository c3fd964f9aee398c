import { Millis } from '../../../world/types';

/** A series of a metric math computation: values by period start. */
export interface MathSeries {
  readonly label: string;
  /** Milliseconds. */
  readonly period: number;
  /** In order of time. */
  readonly points: ReadonlyMap<Millis, number>;
}

/** What an expression is worth: a number, one series, or several. */
export type MathValue = number | MathSeries | readonly MathSeries[];

export const isList = (value: MathValue): value is readonly MathSeries[] =>
  Array.isArray(value);

/** Applies `change` to each point; points that become undefined or infinite are left out. */
export function mapSeries(
  series: MathSeries,
  change: (value: number, time: Millis) => number | undefined,
): MathSeries {
  const points = new Map<Millis, number>();
  for (const [time, value] of series.points) {
    const changed = change(value, time);
    if (changed !== undefined && Number.isFinite(changed)) {
      points.set(time, changed);
    }
  }
  return { ...series, points };
}

/** Applies `change` to a number, or to each point of one or several series. */
export function mapValue(
  value: MathValue,
  change: (value: number) => number,
): MathValue {
  if (typeof value === 'number') {
    return change(value);
  }
  return isList(value)
    ? value.map(series => mapSeries(series, change))
    : mapSeries(value, change);
}

/** Joins several series: at each time where any has a value, `reduce` of those that have one. */
export function reduceSeries(
  list: readonly MathSeries[],
  label: string,
  reduce: (values: readonly number[]) => number,
): MathSeries {
  const times = new Set(list.flatMap(({ points }) => [...points.keys()]));
  const points = new Map<Millis, number>();
  for (const time of [...times].sort((a, b) => a - b)) {
    const values = list.flatMap(series => {
      const value = series.points.get(time);
      return value === undefined ? [] : [value];
    });
    points.set(time, reduce(values));
  }
  return { label, period: list[0]?.period ?? 60_000, points };
}
