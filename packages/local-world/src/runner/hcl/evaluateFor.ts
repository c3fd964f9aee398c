import { Expression } from './Expression';
import type { Scope } from './evaluate';
import {
  EvaluationError,
  isList,
  isObject,
  toText,
  Unknown,
  Value,
} from './Value';

type For = Extract<Expression, { kind: 'for' }>;
type Evaluate = (expression: Expression, scope: Scope) => Value;

/** The value of a `for` expression. */
export function evaluateFor(
  expression: For,
  scope: Scope,
  evaluate: Evaluate,
): Value {
  const collection = evaluate(expression.collection, scope);
  if (collection instanceof Unknown) return collection;
  const list: Value[] = [];
  const groups = new Map<string, Value[]>();
  for (const [key, value] of entriesOf(collection)) {
    const inner: Scope = name => {
      if (name === expression.valueName) return value;
      return name === expression.keyName ? key : scope(name);
    };
    const keep = expression.condition
      ? evaluate(expression.condition, inner)
      : true;
    if (keep instanceof Unknown) return keep;
    if (keep !== true && keep !== 'true') continue;
    const result = evaluate(expression.value, inner);
    if (!expression.key) list.push(result);
    else {
      const at = evaluate(expression.key, inner);
      if (at instanceof Unknown) return at;
      const text = toText(at);
      groups.set(text, [...(groups.get(text) ?? []), result]);
    }
  }
  if (!expression.key) return list;
  return Object.fromEntries(
    [...groups].map(([key, values]) => {
      if (!expression.group && values.length > 1) {
        throw new EvaluationError(`Duplicate object key "${key}"`);
      }
      return [key, expression.group ? values : values[0]];
    }),
  );
}

function entriesOf(collection: Value): Array<[Value, Value]> {
  if (isList(collection)) return collection.map((value, i) => [i, value]);
  if (isObject(collection)) {
    return Object.keys(collection)
      .sort()
      .map(key => [key, collection[key]]);
  }
  throw new EvaluationError('Iteration over a value that is no collection');
}
