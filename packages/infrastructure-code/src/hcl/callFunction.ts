import { collectionFunctions } from './collectionFunctions';
import { encodingFunctions } from './encodingFunctions';
import { Expression, ExpressionError } from './Expression';
import { Scope } from './Scope';
import { stringFunctions } from './stringFunctions';
import {
  EvaluationError,
  hasUnknown,
  isList,
  toText,
  Unknown,
  Value,
} from './Value';

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
  'coalesce',
  'one',
  'sensitive',
  'nonsensitive',
  'alltrue',
  'anytrue',
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
    if (outcome instanceof Unknown) return Unknown.value;
    return outcome !== undefined;
  }
  const args = call.args.map(arg => evaluate(arg, scope));
  if (call.expand) {
    const last = args.pop();
    if (last === undefined || last instanceof Unknown) return Unknown.value;
    if (!isList(last)) throw new EvaluationError('Only a list can be expanded');
    args.push(...last);
  }
  return callWith(call.name, args, scope);
}

function callWith(name: string, args: Value[], scope: Scope): Value {
  const unknown = shallow.has(name)
    ? args.some(arg => arg instanceof Unknown)
    : args.some(hasUnknown);
  if (unknown) {
    return name === 'jsonencode' ? new Unknown(args[0]) : Unknown.value;
  }
  if (name === 'file' || name === 'fileexists') {
    return askFile(name, toText(args[0]), scope);
  }
  return Object.hasOwn(functions, name)
    ? functions[name](...args)
    : Unknown.value;
}

/** https://developer.hashicorp.com/terraform/language/functions/file, for files beside the module that asks */
function askFile(name: string, path: string, scope: Scope): Value {
  const text = scope.readFile(path);
  if (name === 'fileexists') return text !== undefined;
  if (text !== undefined) return text;
  throw new EvaluationError(`Call to "file": no file exists at "${path}"`);
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
