import { Expression } from './Expression';
import { evaluateFor } from './evaluateFor';
import { evaluateOperator } from './evaluateOperator';
import { callFunction } from './callFunction';
import { Scope, withNames } from './Scope';
import {
  EvaluationError,
  isList,
  isObject,
  toText,
  Unknown,
  Value,
} from './Value';

/**
 * The value of an expression; parts that depend on what only an apply can tell are Unknown.
 *
 * @throws EvaluationError where Terraform would fail, as `try` and `can` must see it.
 */
export function evaluate(expression: Expression, scope: Scope): Value {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'template':
      return template(expression.parts, scope);
    case 'name':
      return scope.resolve(expression.name);
    case 'attribute':
      return pick(evaluate(expression.of, scope), expression.name);
    case 'index':
      return index(
        evaluate(expression.of, scope),
        evaluate(expression.key, scope),
      );
    case 'splat':
      return splat(expression, scope);
    case 'call':
      return callFunction(expression, scope, evaluate);
    case 'unary':
    case 'binary':
      return evaluateOperator(expression, scope, evaluate);
    case 'conditional': {
      const test = evaluate(expression.test, scope);
      if (test instanceof Unknown) return Unknown.value;
      const taken = test === true || test === 'true';
      return evaluate(taken ? expression.yes : expression.no, scope);
    }
    case 'tuple':
      return expression.items.map(item => evaluate(item, scope));
    case 'object':
      return objectOf(expression.items, scope);
    default:
      return evaluateFor(expression, scope, evaluate);
  }
}

function template(parts: readonly Expression[], scope: Scope): Value {
  const values = parts.map(part => evaluate(part, scope));
  if (values.some(value => value instanceof Unknown)) return Unknown.value;
  return values.map(toText).join('');
}

function objectOf(
  items: ReadonlyArray<{ key: Expression; value: Expression }>,
  scope: Scope,
): Value {
  const entries: Array<[string, Value]> = [];
  for (const item of items) {
    const key = evaluate(item.key, scope);
    if (key instanceof Unknown) return Unknown.value;
    entries.push([toText(key), evaluate(item.value, scope)]);
  }
  return Object.fromEntries(entries);
}

function pick(of: Value, name: string): Value {
  if (of instanceof Unknown) return Unknown.value;
  if (isObject(of) && Object.hasOwn(of, name)) return of[name];
  throw new EvaluationError(
    `Unsupported attribute: this object does not have an attribute named "${name}"`,
  );
}

function index(of: Value, key: Value): Value {
  if (of instanceof Unknown || key instanceof Unknown) return Unknown.value;
  if (isList(of)) {
    const at = Number(key);
    if (Number.isInteger(at) && at >= 0 && at < of.length) return of[at];
    throw new EvaluationError(
      'Invalid index: the given key does not identify an element in this collection value',
    );
  }
  return pick(of, toText(key));
}

function splat(
  { of, each }: Extract<Expression, { kind: 'splat' }>,
  scope: Scope,
): Value {
  const value = evaluate(of, scope);
  if (value instanceof Unknown) return Unknown.value;
  if (value === null) return [];
  const items = isList(value) ? value : [value];
  return items.map(item => evaluate(each, withNames(scope, { '*': item })));
}
