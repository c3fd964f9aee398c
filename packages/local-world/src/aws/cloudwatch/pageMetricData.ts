import { MathSeries } from './expression/MathValue';

/** A series of a reply, with the id of its query. */
export interface NamedSeries {
  readonly id: string;
  readonly series: MathSeries;
}

/** One entry of `MetricDataResults`. */
interface WireResult {
  readonly Id: string;
  readonly Label: string;
  readonly Timestamps: readonly number[];
  readonly Values: readonly number[];
  readonly StatusCode: 'Complete' | 'PartialData';
}

/**
 * Cuts a reply into pages of at most `limit` datapoints.
 *
 * @remarks
 * A page goes on where the one before ended; a series that goes on in the next page is `PartialData` until then. Series
 * that earlier pages completed are left out.
 */
export function pageMetricData(
  all: readonly NamedSeries[],
  options: { skip: number; limit: number; descending: boolean },
): { results: WireResult[]; nextSkip: number | undefined } {
  const results: WireResult[] = [];
  let skip = options.skip;
  let room = options.limit;
  for (const { id, series } of all) {
    const points = [...series.points];
    if (options.descending) {
      points.reverse();
    }
    const done = skip > 0 && skip >= points.length;
    const shown = points.slice(skip, skip + room);
    const complete = skip + shown.length >= points.length;
    skip = Math.max(0, skip - points.length);
    if (!done && (room > 0 || points.length === 0)) {
      room -= shown.length;
      results.push({
        Id: id,
        Label: series.label,
        Timestamps: shown.map(([time]) => time / 1000),
        Values: shown.map(([, value]) => value),
        StatusCode: complete ? 'Complete' : 'PartialData',
      });
    }
  }
  const total = all.reduce((sum, { series }) => sum + series.points.size, 0);
  const end = options.skip + options.limit;
  return { results, nextSkip: end < total ? end : undefined };
}
