import { ValueType } from './Expression';

/** Argument types of every supported function; all but `scalar` answer an instant vector. */
export const functionSignatures: Readonly<
  Record<string, readonly ValueType[] | undefined>
> = {
  rate: ['matrix'],
  increase: ['matrix'],
  irate: ['matrix'],
  delta: ['matrix'],
  avg_over_time: ['matrix'],
  max_over_time: ['matrix'],
  min_over_time: ['matrix'],
  sum_over_time: ['matrix'],
  count_over_time: ['matrix'],
  last_over_time: ['matrix'],
  histogram_quantile: ['scalar', 'vector'],
  clamp_min: ['vector', 'scalar'],
  clamp_max: ['vector', 'scalar'],
  abs: ['vector'],
  scalar: ['vector'],
  vector: ['scalar'],
  absent: ['vector'],
};
