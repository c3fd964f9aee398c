import { TimePoint } from '@slipway/platform-common';
import {
  SignalName,
  signalNames,
  TrafficKind,
  TrafficSignals,
} from '@slipway/plugin-metrics-common';
import { QueryWindow } from '../queries/window';

/** Points per signal as the upstream gave them; a signal without a series is absent. */
export type RawSeries = Partial<Record<SignalName, readonly TimePoint[]>>;

/** A value older than this, or than two steps, is not current. */
const CURRENT_FOR_SECONDS = 120;

/** Puts points on the grid of the window; where there is no sample there is no value. */
export function onGrid(
  points: readonly TimePoint[],
  window: QueryWindow,
): TimePoint[] {
  const values = new Map(points.map(point => [point.time, point.value]));
  const length = Math.floor((window.end - window.start) / window.step) + 1;
  return Array.from({ length }, (_, index) => {
    const time = (window.start + index * window.step) * 1000;
    return { time, value: values.get(time) };
  });
}

/**
 * Newest values, all of one moment: the newest at which the rate is known. Otherwise a service that just went quiet
 * would show a rate of now beside an error ratio of a minute ago.
 */
function currentValues(
  series: TrafficSignals['series'],
  window: QueryWindow,
): TrafficSignals['current'] {
  const oldest =
    (window.end - Math.max(2 * window.step, CURRENT_FOR_SECONDS)) * 1000;
  const index = series.rate.findLastIndex(point => point.value !== undefined);
  if (index < 0 || series.rate[index].time < oldest) return {};
  const known = signalNames
    .map(name => [name, series[name][index].value] as const)
    .filter(([, value]) => value !== undefined);
  return Object.fromEntries(known);
}

/** The signals of one kind of work from raw series. */
export function toTrafficSignals(
  kind: TrafficKind,
  raw: RawSeries,
  window: QueryWindow,
): TrafficSignals {
  const series = {
    rate: onGrid(raw.rate ?? [], window),
    errorRatio: onGrid(raw.errorRatio ?? [], window),
    p50: onGrid(raw.p50 ?? [], window),
    p95: onGrid(raw.p95 ?? [], window),
    p99: onGrid(raw.p99 ?? [], window),
  };
  return { kind, series, current: currentValues(series, window) };
}
