import { Millis } from '../../world/types';
import { Series } from '../tsdb/InMemoryTimeSeriesDatabase';
import { aggregate } from './aggregate';
import {
  applyOperator,
  dropsMetricName,
  SET_OPERATORS,
} from './binaryOperators';
import { callFunction } from './callFunction';
import { combineSets } from './combineSets';
import { BinaryOperation, Expression, Selector } from './Expression';
import { LabelCache } from './LabelCache';
import { matchVectors } from './matchVectors';
import { renameSamples } from './renameSamples';
import { Value, VectorSample } from './Value';

/** How long a sample stays current when no newer one arrives. */
const LOOKBACK: Millis = 5 * 60_000;

/** What an evaluation reads; one per query, so that all its steps share the caches. */
export interface EvaluationContext {
  readonly select: (selector: Selector) => readonly Series[];
  readonly labels: LabelCache;
}

/** Evaluates a type-checked expression at one time. */
export function evaluate(
  node: Expression,
  time: Millis,
  context: EvaluationContext,
): Value {
  switch (node.type) {
    case 'number':
      return { type: 'scalar', value: node.value };
    case 'selector':
      return evaluateSelector(node, time, context);
    case 'call':
      return callFunction(node, time, context);
    case 'aggregation': {
      const k = node.parameter
        ? scalarOf(evaluate(node.parameter, time, context))
        : undefined;
      const samples = vectorOf(evaluate(node.argument, time, context));
      return vector(aggregate(node, samples, k, context.labels));
    }
    case 'negation': {
      const value = evaluate(node.argument, time, context);
      return value.type === 'scalar'
        ? { type: 'scalar', value: -value.value }
        : vector(renameSamples(node, vectorOf(value), context, v => -v));
    }
    default:
      return evaluateBinary(node, time, context);
  }
}

function evaluateSelector(
  node: Selector,
  time: Millis,
  context: EvaluationContext,
): Value {
  const end = time - node.offset;
  const all = context.select(node);
  if (node.range !== undefined) {
    const start = end - node.range;
    const series = all
      .map(({ labels, samples }) => ({
        labels,
        ...samples.between(start, end),
      }))
      .filter(({ times }) => times.length > 0);
    return { type: 'matrix', series };
  }
  const samples: VectorSample[] = [];
  for (const series of all) {
    const last = series.samples.lastAtOrBefore(end);
    if (last && last.time >= end - LOOKBACK) {
      samples.push({ labels: series.labels, value: last.value });
    }
  }
  return vector(samples);
}

function evaluateBinary(
  node: BinaryOperation,
  time: Millis,
  context: EvaluationContext,
): Value {
  const left = evaluate(node.left, time, context);
  const right = evaluate(node.right, time, context);
  const { operator, bool } = node;
  if (left.type === 'scalar' && right.type === 'scalar') {
    const value = applyOperator(operator, bool, left.value, right.value, 0);
    return { type: 'scalar', value: value ?? 0 };
  }
  if (left.type === 'vector' && right.type === 'vector') {
    const combine = SET_OPERATORS.includes(operator)
      ? combineSets
      : matchVectors;
    return vector(combine(node, left.samples, right.samples, context.labels));
  }
  const number = left.type === 'scalar' ? left.value : scalarOf(right);
  const samples = left.type === 'scalar' ? vectorOf(right) : vectorOf(left);
  const compute = (value: number) =>
    left.type === 'scalar'
      ? applyOperator(operator, bool, number, value, value)
      : applyOperator(operator, bool, value, number, value);
  const keepName = !dropsMetricName(operator, bool);
  return vector(renameSamples(node, samples, context, compute, keepName));
}

export function vector(samples: readonly VectorSample[]): Value {
  return { type: 'vector', samples };
}

export function vectorOf(value: Value): readonly VectorSample[] {
  if (value.type !== 'vector')
    throw new TypeError(`${value.type} is no vector`);
  return value.samples;
}

export function scalarOf(value: Value): number {
  if (value.type !== 'scalar')
    throw new TypeError(`${value.type} is no scalar`);
  return value.value;
}
