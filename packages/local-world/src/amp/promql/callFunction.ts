import { Millis } from '../../world/types';
import { Labels } from '../tsdb/Labels';
import {
  evaluate,
  EvaluationContext,
  scalarOf,
  vector,
  vectorOf,
} from './evaluate';
import { Expression, FunctionCall, Selector } from './Expression';
import { histogramQuantile } from './histogramQuantile';
import { rangeFunctions } from './rangeFunctions';
import { renameSamples } from './renameSamples';
import { Value, VectorSample } from './Value';

type Call = (
  node: FunctionCall,
  args: readonly Value[],
  context: EvaluationContext,
) => Value;

function elementwise(
  compute: (value: number, parameter: number) => number,
): Call {
  return (node, [samples, parameter], context) => {
    const number = parameter ? scalarOf(parameter) : Number.NaN;
    return vector(
      renameSamples(node, vectorOf(samples), context, value =>
        compute(value, number),
      ),
    );
  };
}

const calls: Readonly<Record<string, Call | undefined>> = {
  abs: elementwise(value => Math.abs(value)),
  clamp_min: elementwise((value, minimum) => Math.max(value, minimum)),
  clamp_max: elementwise((value, maximum) => Math.min(value, maximum)),
  vector: (_, [value]) => vector([{ labels: {}, value: scalarOf(value) }]),
  scalar: (_, [value]) => {
    const samples = vectorOf(value);
    return {
      type: 'scalar',
      value: samples.length === 1 ? samples[0].value : Number.NaN,
    };
  },
  absent: ({ args }, [value]) =>
    vector(
      vectorOf(value).length > 0
        ? []
        : [{ labels: absentLabels(args[0]), value: 1 }],
    ),
  histogram_quantile: (_, [quantile, samples]) =>
    vector(histogramQuantile(scalarOf(quantile), vectorOf(samples))),
};

/** Evaluates a function call whose name and argument types were checked. */
export function callFunction(
  node: FunctionCall,
  time: Millis,
  context: EvaluationContext,
): Value {
  const [first] = node.args;
  if (first?.type === 'selector' && first.range !== undefined) {
    return callRangeFunction(node, first, first.range, time, context);
  }
  const call = calls[node.name];
  if (!call) throw new TypeError(`${node.name} has a signature but no code`);
  const args = node.args.map(arg => evaluate(arg, time, context));
  return call(node, args, context);
}

function callRangeFunction(
  node: FunctionCall,
  selector: Selector,
  range: Millis,
  time: Millis,
  context: EvaluationContext,
): Value {
  const compute = rangeFunctions[node.name];
  if (!compute) throw new TypeError(`${node.name} has a signature but no code`);
  const end = time - selector.offset;
  const bounds = { start: end - range, end };
  const samples: VectorSample[] = [];
  for (const series of context.select(selector)) {
    const window = series.samples.between(bounds.start, end);
    const value = compute(window, bounds);
    if (value !== undefined) samples.push({ labels: series.labels, value });
  }
  const keepName = node.name === 'last_over_time';
  return vector(renameSamples(node, samples, context, v => v, keepName));
}

/** `absent` answers with the labels that the selector demands by equality. */
function absentLabels(argument: Expression): Labels {
  if (argument.type !== 'selector') return {};
  const equal = argument.matchers.filter(
    ({ name, operator }) => operator === '=' && name !== '__name__',
  );
  return Object.fromEntries(
    equal
      .filter(
        ({ name }) =>
          argument.matchers.filter(other => other.name === name).length === 1,
      )
      .map(({ name, value }) => [name, value]),
  );
}
