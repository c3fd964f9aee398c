import { Millis } from '../world/types';
import { Value, VectorSample } from './promql/Value';
import { PromqlError } from './promql/PromqlError';
import { Labels, labelsKey } from './tsdb/Labels';

/** `[seconds since the epoch, value as text]` */
type Point = readonly [number, string];

/** `data` of a query's answer; https://prometheus.io/docs/prometheus/latest/querying/api/#expression-query-result-formats */
export type PrometheusData =
  | { readonly resultType: 'scalar'; readonly result: Point }
  | {
      readonly resultType: 'vector';
      readonly result: ReadonlyArray<{ metric: Labels; value: Point }>;
    }
  | {
      readonly resultType: 'matrix';
      readonly result: ReadonlyArray<{
        metric: Labels;
        values: readonly Point[];
      }>;
    };

function point(time: Millis, value: number): Point {
  return [time / 1000, formatNumber(value)];
}

function formatNumber(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return '+Inf';
  if (value === Number.NEGATIVE_INFINITY) return '-Inf';
  return Object.is(value, -0) ? '-0' : String(value);
}

export function formatInstant(value: Value, time: Millis): PrometheusData {
  switch (value.type) {
    case 'scalar':
      return { resultType: 'scalar', result: point(time, value.value) };
    case 'vector':
      return {
        resultType: 'vector',
        result: value.samples.map(sample => ({
          metric: sample.labels,
          value: point(time, sample.value),
        })),
      };
    default:
      return {
        resultType: 'matrix',
        result: value.series.map(({ labels, times, values }) => ({
          metric: labels,
          values: times.map((at, index) => point(at, values[index])),
        })),
      };
  }
}

/** Joins the values at each step to one series per label set, in the order of their labels. */
export function formatMatrix(
  steps: ReadonlyArray<{ readonly time: Millis; readonly value: Value }>,
): PrometheusData {
  const keys = new Map<Labels, string>();
  const series = new Map<string, { metric: Labels; values: Point[] }>();
  for (const { time, value } of steps) {
    for (const { labels, value: number } of samplesOf(value)) {
      const key = keys.get(labels) ?? labelsKey(labels);
      keys.set(labels, key);
      const entry = series.get(key) ?? { metric: labels, values: [] };
      if (entry.values.at(-1)?.[0] === time / 1000) {
        throw PromqlError.execution(
          'vector cannot contain metrics with the same labelset',
        );
      }
      entry.values.push(point(time, number));
      series.set(key, entry);
    }
  }
  const result = [...series.keys()].sort().flatMap(key => {
    const entry = series.get(key);
    return entry ? [entry] : [];
  });
  return { resultType: 'matrix', result };
}

function samplesOf(value: Value): readonly VectorSample[] {
  if (value.type === 'scalar') return [{ labels: {}, value: value.value }];
  return value.type === 'vector' ? value.samples : [];
}
