import { TimeSpan } from '@slipway/platform-react';
import {
  HISTORY_RANGES,
  HistoryRange,
  historyRangeSchema,
} from '@slipway/plugin-queues-common';

export const DEFAULT_RANGE: HistoryRange = '3h';

/** Shortest to longest. */
export const RANGES = historyRangeSchema.options;

/** The time that the charts show. */
export interface HistoryWindow {
  /** What was chosen by its length. */
  readonly range: HistoryRange;
  /** A part of it. */
  readonly zoom?: TimeSpan;
}

/** Reads `?range=`, `?from=` and `?to=`; what makes no sense is left out. */
export function parseHistoryWindow(parameters: URLSearchParams): HistoryWindow {
  const { data: range = DEFAULT_RANGE } = historyRangeSchema.safeParse(
    parameters.get('range'),
  );
  const start = Date.parse(parameters.get('from') ?? '');
  const end = Date.parse(parameters.get('to') ?? '');
  return start < end ? { range, zoom: { start, end } } : { range };
}

/** The same parameters with another window. */
export function withHistoryWindow(
  parameters: URLSearchParams,
  { range, zoom }: HistoryWindow,
): URLSearchParams {
  const next = new URLSearchParams(parameters);
  for (const name of ['range', 'from', 'to']) next.delete(name);
  if (range !== DEFAULT_RANGE) next.set('range', range);
  if (zoom) {
    next.set('from', new Date(zoom.start).toISOString());
    next.set('to', new Date(zoom.end).toISOString());
  }
  return next;
}

/** All of a range, until now. */
export function rangeSpan(range: HistoryRange, now: number): TimeSpan {
  return { start: now - HISTORY_RANGES[range].seconds * 1000, end: now };
}

/** The shortest range that has the window in it: its points are the closest together. */
export function rangeToRead(window: HistoryWindow, now: number): HistoryRange {
  const { range, zoom } = window;
  if (!zoom) return range;
  const fit = RANGES.find(name => rangeSpan(name, now).start <= zoom.start);
  return fit ?? RANGES[RANGES.length - 1];
}
