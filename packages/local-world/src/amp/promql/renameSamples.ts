import { omitLabels } from '../tsdb/Labels';
import { EvaluationContext } from './evaluate';
import { PromqlError } from './PromqlError';
import { VectorSample } from './Value';

/**
 * Maps the values of a vector and drops the metric name, since the result is no longer that metric.
 * Values that map to undefined are left out.
 *
 * @throws PromqlError when two results would have the same labels.
 */
export function renameSamples(
  owner: object,
  samples: readonly VectorSample[],
  context: EvaluationContext,
  map: (value: number) => number | undefined,
  keepName = false,
): readonly VectorSample[] {
  const seen = new Set<string>();
  const results: VectorSample[] = [];
  for (const sample of samples) {
    const value = map(sample.value);
    if (value === undefined) continue;
    const { labels, key } = context.labels.get(owner, sample.labels, all =>
      keepName ? all : omitLabels(all, ['__name__']),
    );
    if (seen.has(key)) {
      throw PromqlError.execution(
        'vector cannot contain metrics with the same labelset',
      );
    }
    seen.add(key);
    results.push({ labels, value });
  }
  return results;
}
