import { Expression } from './Expression';
import { Scope, withNames } from './Scope';
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
  if (collection instanceof Unknown) return Unknown.value;
  const list: Value[] = [];
  const groups = new Map<string, Value[]>();
  for (const [key, value] of entriesOf(collection)) {
    const inner = withNames(scope, {
      ...(expression.keyName === undefined
        ? {}
        : { [expression.keyName]: key }),
      [expression.valueName]: value,
    });
    const keep = expression.condition
      ? evaluate(expression.condition, inner)
      : true;
    if (keep instanceof Unknown) return Unknown.value;
    if (keep !== true && keep !== 'true') continue;
    const result = evaluate(expression.value, inner);
    if (!expression.key) list.push(result);
    else {
      const at = evaluate(expression.key, inner);
      if (at instanceof Unknown) return Unknown.value;
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
