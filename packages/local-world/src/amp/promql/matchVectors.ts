import { formatLabels, Labels, omitLabels, pickLabels } from '../tsdb/Labels';
import { applyOperator, dropsMetricName } from './binaryOperators';
import { BinaryOperation, Matching } from './Expression';
import { LabelCache } from './LabelCache';
import { PromqlError } from './PromqlError';
import { VectorSample } from './Value';

/** Labels by which samples of both sides find each other. */
export function matchLabels(matching: Matching, labels: Labels): Labels {
  return matching.on
    ? pickLabels(labels, matching.labels)
    : omitLabels(labels, [...matching.labels, '__name__']);
}

function indexOneSide(
  samples: readonly VectorSample[],
  matching: Matching,
  side: string,
  cache: LabelCache,
): ReadonlyMap<string, VectorSample> {
  const index = new Map<string, VectorSample>();
  for (const sample of samples) {
    const { key, labels } = cache.get(matching, sample.labels, all =>
      matchLabels(matching, all),
    );
    if (index.has(key)) {
      throw PromqlError.execution(
        `found duplicate series for the match group ${formatLabels(
          labels,
        )} on the ${side} hand-side of the operation;many-to-many matching not allowed: matching labels must be unique on one side`,
      );
    }
    index.set(key, sample);
  }
  return index;
}

function resultLabels(
  { operator, bool, matching }: BinaryOperation,
  many: Labels,
  one: Labels,
): Labels {
  const base = dropsMetricName(operator, bool)
    ? omitLabels(many, ['__name__'])
    : many;
  if (!matching.group) {
    return matching.on
      ? pickLabels(base, matching.labels)
      : omitLabels(base, matching.labels);
  }
  return {
    ...omitLabels(base, matching.include),
    ...pickLabels(one, matching.include),
  };
}

/** Evaluates an arithmetic or comparison operation between two instant vectors. */
export function matchVectors(
  node: BinaryOperation,
  left: readonly VectorSample[],
  right: readonly VectorSample[],
  cache: LabelCache,
): readonly VectorSample[] {
  const { matching, operator, bool } = node;
  const swapped = matching.group === 'right';
  const [many, one] = swapped ? [right, left] : [left, right];
  const index = indexOneSide(one, matching, swapped ? 'left' : 'right', cache);
  const used = new Set<string>();
  const results: VectorSample[] = [];
  for (const sample of many) {
    const { key } = cache.get(matching, sample.labels, all =>
      matchLabels(matching, all),
    );
    const match = index.get(key);
    if (!match) continue;
    const [a, b] = swapped ? [match, sample] : [sample, match];
    const value = applyOperator(operator, bool, a.value, b.value, a.value);
    if (value === undefined) continue;
    if (!matching.group && used.has(key)) {
      throw PromqlError.execution(
        'multiple matches for labels: many-to-one matching must be explicit (group_left/group_right)',
      );
    }
    used.add(key);
    const labels = resultLabels(node, sample.labels, match.labels);
    results.push({ labels, value });
  }
  return results;
}
