import { Labels, labelsKey, omitLabels } from '../tsdb/Labels';
import { VectorSample } from './Value';

interface Bucket {
  readonly upper: number;
  readonly count: number;
}

/** Estimates a quantile from cumulative `le` buckets, one result per set of other labels. */
export function histogramQuantile(
  quantile: number,
  samples: readonly VectorSample[],
): readonly VectorSample[] {
  const groups = new Map<string, { labels: Labels; buckets: Bucket[] }>();
  for (const { labels, value } of samples) {
    const upper = parseUpperBound(labels.le);
    if (upper === undefined) continue;
    const rest = omitLabels(labels, ['__name__', 'le']);
    const key = labelsKey(rest);
    const group = groups.get(key) ?? { labels: rest, buckets: [] };
    group.buckets.push({ upper, count: value });
    groups.set(key, group);
  }
  return [...groups.values()].map(({ labels, buckets }) => ({
    labels,
    value: bucketQuantile(quantile, buckets),
  }));
}

function parseUpperBound(le: string | undefined): number | undefined {
  if (le === undefined || le === '') return undefined;
  if (/^\+?inf$/i.test(le)) return Number.POSITIVE_INFINITY;
  const upper = Number(le);
  return Number.isNaN(upper) ? undefined : upper;
}

function bucketQuantile(quantile: number, unsorted: readonly Bucket[]): number {
  if (Number.isNaN(quantile)) return Number.NaN;
  if (quantile < 0) return Number.NEGATIVE_INFINITY;
  if (quantile > 1) return Number.POSITIVE_INFINITY;
  const buckets = monotonic(unsorted);
  const last = buckets.length - 1;
  const observations = buckets[last].count;
  if (buckets[last].upper !== Number.POSITIVE_INFINITY || last < 1) {
    return Number.NaN;
  }
  if (!(observations > 0)) return Number.NaN;
  const rank = quantile * observations;
  const found = buckets
    .slice(0, last)
    .findIndex(bucket => bucket.count >= rank);
  if (found === -1) return buckets[last - 1].upper;
  if (found === 0 && buckets[0].upper <= 0) return buckets[0].upper;
  const below = found > 0 ? buckets[found - 1] : { upper: 0, count: 0 };
  const within = buckets[found].count - below.count;
  return (
    below.upper +
    (buckets[found].upper - below.upper) * ((rank - below.count) / within)
  );
}

/** Sorts, adds up buckets of equal bound, and lifts counts that fall because of scrape races. */
function monotonic(unsorted: readonly Bucket[]): readonly Bucket[] {
  const counts = new Map<number, number>();
  for (const { upper, count } of unsorted) {
    counts.set(upper, (counts.get(upper) ?? 0) + count);
  }
  let highest = Number.NEGATIVE_INFINITY;
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([upper, count]) => {
      highest = Math.max(highest, count);
      return { upper, count: highest };
    });
}
