import { Labels, labelsKey, omitLabels, pickLabels } from '../tsdb/Labels';
import { Aggregation } from './Expression';
import { LabelCache } from './LabelCache';
import { VectorSample } from './Value';

type Reduce = (values: readonly number[]) => number;

const sum: Reduce = values => values.reduce((a, b) => a + b, 0);

const reducers: Readonly<Record<string, Reduce>> = {
  sum,
  avg: values => sum(values) / values.length,
  min: values => values.reduce((a, b) => (b < a || Number.isNaN(a) ? b : a)),
  max: values => values.reduce((a, b) => (b > a || Number.isNaN(a) ? b : a)),
  count: values => values.length,
};

export const AGGREGATION_OPERATORS: readonly string[] = [
  ...Object.keys(reducers),
  'topk',
];

/** Evaluates an aggregation over the samples of its argument; `k` is the parameter of topk. */
export function aggregate(
  node: Aggregation,
  samples: readonly VectorSample[],
  k: number | undefined,
  cache: LabelCache,
): readonly VectorSample[] {
  const groups = new Map<string, { labels: Labels; samples: VectorSample[] }>();
  for (const sample of samples) {
    const { key, labels } = cache.get(node, sample.labels, all =>
      groupLabels(node, all),
    );
    const group = groups.get(key);
    if (group) group.samples.push(sample);
    else groups.set(key, { labels, samples: [sample] });
  }
  if (node.operator === 'topk') {
    return [...groups.values()].flatMap(group => highest(group.samples, k));
  }
  const reduce = reducers[node.operator];
  return [...groups.values()].map(group => ({
    labels: group.labels,
    value: reduce(group.samples.map(sample => sample.value)),
  }));
}

function groupLabels(node: Aggregation, labels: Labels): Labels {
  return node.without
    ? omitLabels(labels, [...node.labels, '__name__'])
    : pickLabels(labels, node.labels);
}

function highest(
  samples: readonly VectorSample[],
  k: number | undefined,
): readonly VectorSample[] {
  const rank = ({ value }: VectorSample) =>
    Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value;
  return [...samples]
    .sort(
      (a, b) =>
        rank(b) - rank(a) ||
        labelsKey(a.labels).localeCompare(labelsKey(b.labels)),
    )
    .slice(0, Math.max(0, Math.trunc(k ?? 0)));
}
