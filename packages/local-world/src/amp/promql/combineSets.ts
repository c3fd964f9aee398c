import { BinaryOperation } from './Expression';
import { LabelCache } from './LabelCache';
import { matchLabels } from './matchVectors';
import { VectorSample } from './Value';

/** Evaluates `and`, `or` and `unless` between two instant vectors. */
export function combineSets(
  { operator, matching }: BinaryOperation,
  left: readonly VectorSample[],
  right: readonly VectorSample[],
  cache: LabelCache,
): readonly VectorSample[] {
  const keyOf = ({ labels }: VectorSample) =>
    cache.get(matching, labels, all => matchLabels(matching, all)).key;
  if (operator === 'or') {
    const keys = new Set(left.map(keyOf));
    return [...left, ...right.filter(sample => !keys.has(keyOf(sample)))];
  }
  const keys = new Set(right.map(keyOf));
  return left.filter(
    sample => keys.has(keyOf(sample)) === (operator === 'and'),
  );
}
