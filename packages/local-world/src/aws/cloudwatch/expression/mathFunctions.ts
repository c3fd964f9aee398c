import { Millis } from '../../../world/types';
import {
  isList,
  mapSeries,
  mapValue,
  MathSeries,
  MathValue,
  reduceSeries,
} from './MathValue';

/** What a function needs to know beside its arguments. */
export interface FunctionContext {
  /** Period starts of the request, in order. */
  readonly times: (period: number) => readonly Millis[];
  /** Ends the computation with a ValidationError. */
  readonly fail: (why: string) => never;
}

/** A function of metric math; `REPEAT` and `LINEAR` arrive as text. */
export type MathFunction = (
  args: ReadonlyArray<MathValue | string>,
  context: FunctionContext,
) => MathValue;

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/** SUM and its like: of several series a series, of one series a number. */
const aggregate =
  (name: string, reduce: (values: readonly number[]) => number): MathFunction =>
  ([value], { fail }) => {
    if (value === undefined || typeof value !== 'object') {
      return fail(`${name} takes time series`);
    }
    return isList(value)
      ? reduceSeries(value, name, reduce)
      : reduce([...value.points.values()]);
  };

const each =
  (name: string, change: (value: number) => number): MathFunction =>
  ([value], { fail }) =>
    value === undefined || typeof value === 'string'
      ? fail(`${name} takes a number or time series`)
      : mapValue(value, change);

/** Runs a function of one series over one or several. */
const ofSeries =
  (
    name: string,
    change: (
      series: MathSeries,
      rest: ReadonlyArray<MathValue | string>,
      context: FunctionContext,
    ) => MathSeries,
  ): MathFunction =>
  ([value, ...rest], context) => {
    if (value === undefined || typeof value !== 'object') {
      return context.fail(`${name} takes time series`);
    }
    return isList(value)
      ? value.map(series => change(series, rest, context))
      : change(value, rest, context);
  };

/** Change between neighbours, divided by the seconds between them (RATE) or not (DIFF). */
function changes(series: MathSeries, perSecond: boolean): MathSeries {
  let before: { time: Millis; value: number } | undefined;
  return mapSeries(series, (value, time) => {
    const last = before;
    before = { time, value };
    const seconds = last && perSecond ? (time - last.time) / 1000 : 1;
    return last && (value - last.value) / seconds;
  });
}

/** Fills the gap between two known points, or repeats the last one, or puts a number. */
function fill(
  series: MathSeries,
  [filler]: ReadonlyArray<MathValue | string>,
  { times, fail }: FunctionContext,
): MathSeries {
  const known = [...series.points.keys()];
  const valueAt = (time: Millis): number | undefined => {
    if (typeof filler === 'number') {
      return filler;
    }
    const before = known.filter(other => other < time).at(-1);
    const after = known.find(other => other > time);
    const left = before === undefined ? undefined : series.points.get(before);
    const right = after === undefined ? undefined : series.points.get(after);
    if (filler === 'REPEAT' || right === undefined) {
      return filler === 'REPEAT' ? left : undefined;
    }
    const share = (time - (before ?? 0)) / ((after ?? 0) - (before ?? 0));
    return left === undefined ? undefined : left + (right - left) * share;
  };
  if (
    typeof filler !== 'number' &&
    filler !== 'REPEAT' &&
    filler !== 'LINEAR'
  ) {
    return fail('FILL takes a number, REPEAT or LINEAR');
  }
  const points = new Map<Millis, number>();
  for (const time of times(series.period)) {
    const value = series.points.get(time) ?? valueAt(time);
    if (value !== undefined) {
      points.set(time, value);
    }
  }
  return { ...series, points };
}

/** IF(condition, then, else): point by point where the condition is a series. */
const choose: MathFunction = ([condition, then, otherwise], { fail }) => {
  const parts = [condition, then, otherwise];
  if (
    parts.some(part => typeof part === 'string' || Array.isArray(part)) ||
    then === undefined
  ) {
    return fail('IF takes numbers or single time series');
  }
  const at = (part: MathValue | string | undefined, time: Millis) =>
    typeof part === 'object' && !isList(part) ? part.points.get(time) : part;
  if (typeof condition === 'object' && !isList(condition)) {
    return mapSeries(condition, (value, time) => {
      const chosen = at(value !== 0 ? then : otherwise, time);
      return typeof chosen === 'number' ? chosen : undefined;
    });
  }
  const chosen = condition !== 0 ? then : otherwise;
  return typeof chosen === 'object' || typeof chosen === 'number'
    ? chosen
    : fail('IF has no value for this case');
};

/** The functions the embedded world knows, by name. */
export const mathFunctions: Readonly<Record<string, MathFunction>> = {
  SUM: aggregate('SUM', sum),
  AVG: aggregate('AVG', values => sum(values) / Math.max(1, values.length)),
  MIN: aggregate('MIN', values => Math.min(...values)),
  MAX: aggregate('MAX', values => Math.max(...values)),
  ABS: each('ABS', Math.abs),
  CEIL: each('CEIL', Math.ceil),
  FLOOR: each('FLOOR', Math.floor),
  RATE: ofSeries('RATE', series => changes(series, true)),
  DIFF: ofSeries('DIFF', series => changes(series, false)),
  FILL: ofSeries('FILL', fill),
  PERIOD: ([value], { fail }) =>
    typeof value === 'object' && !isList(value)
      ? value.period / 1000
      : fail('PERIOD takes one time series'),
  IF: choose,
};
