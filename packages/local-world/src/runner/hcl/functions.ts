import { Expression, ExpressionError } from './Expression';
import { collectionFunctions } from './collectionFunctions';
import type { Scope } from './evaluate';
import { encodingFunctions } from './encodingFunctions';
import { fileFunctions, FILES } from './fileFunctions';
import { stringFunctions } from './stringFunctions';
import { EvaluationError, hasUnknown, isList, Unknown, Value } from './Value';

type Call = Extract<Expression, { kind: 'call' }>;
type Evaluate = (expression: Expression, scope: Scope) => Value;
export type TerraformFunction = (...args: Value[]) => Value;

/** Functions that look at the shape of their arguments only, so that unknown parts do not make them unknown. */
const shallow = new Set([
  'length',
  'keys',
  'values',
  'merge',
  'concat',
  'lookup',
  'element',
  'zipmap',
  'tolist',
  'tomap',
]);

const functions: Readonly<Record<string, TerraformFunction>> = {
  ...stringFunctions,
  ...collectionFunctions,
  ...encodingFunctions,
};

/** Calls a function of Terraform; one that is not known here answers Unknown. */
export function callFunction(
  call: Call,
  scope: Scope,
  evaluate: Evaluate,
): Value {
  if (call.name === 'try') return attempt(call.args, scope, evaluate);
  if (call.name === 'can') {
    const outcome = settle(() => evaluate(call.args[0], scope));
    if (outcome instanceof Unknown) return outcome;
    return outcome !== undefined;
  }
  const args = call.args.map(arg => evaluate(arg, scope));
  if (call.expand) {
    const last = args.pop();
    if (last === undefined || last instanceof Unknown) return Unknown.value;
    if (!isList(last)) throw new EvaluationError('Only a list can be expanded');
    args.push(...last);
  }
  if (Object.hasOwn(fileFunctions, call.name)) {
    if (args.some(hasUnknown)) return Unknown.value;
    return fileFunctions[call.name](scope(FILES), args[0]);
  }
  const unknown = shallow.has(call.name)
    ? args.some(arg => arg instanceof Unknown)
    : args.some(hasUnknown);
  const run = Object.hasOwn(functions, call.name)
    ? functions[call.name]
    : undefined;
  if (unknown || !run) return Unknown.value;
  return run(...args);
}

function attempt(
  args: readonly Expression[],
  scope: Scope,
  evaluate: Evaluate,
): Value {
  for (const arg of args) {
    const value = settle(() => evaluate(arg, scope));
    if (value !== undefined) return value;
  }
  throw new EvaluationError('Call to "try": no expression succeeded');
}

function settle(task: () => Value): Value | undefined {
  try {
    return task();
  } catch (error) {
    const expected =
      error instanceof EvaluationError || error instanceof ExpressionError;
    if (expected) return undefined;
    throw error;
  }
}
