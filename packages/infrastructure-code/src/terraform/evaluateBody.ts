import { evaluate } from '../hcl/evaluate';
import { ExpressionError } from '../hcl/Expression';
import { parseText } from '../hcl/parseText';
import { Scope, withNames } from '../hcl/Scope';
import {
  EvaluationError,
  hasUnknown,
  isList,
  isObject,
  toText,
  Unknown,
  Value,
  ValueObject,
} from '../hcl/Value';

/** Does what may fail; where the scope is not strict, a failure gives something else. */
export function attempt<T>(scope: Scope, task: () => T, otherwise: T): T {
  try {
    return task();
  } catch (error) {
    const expected =
      error instanceof EvaluationError || error instanceof ExpressionError;
    if (scope.strict || !expected) throw error;
    return otherwise;
  }
}

/**
 * Value of what `hcl2json` gives for an attribute, with the expressions in it evaluated.
 *
 * @throws EvaluationError, ExpressionError where the scope is strict; otherwise it is unknown then.
 */
export function evaluateValue(source: Value, scope: Scope): Value {
  return attempt(scope, () => evaluateParts(source, scope), Unknown.value);
}

/** Values of a block's attributes and of the blocks in it, `dynamic` ones among them. Those that are null are left out. */
export function evaluateBody(body: ValueObject, scope: Scope): ValueObject {
  const { dynamic, ...attributes } = body;
  const values: Record<string, Value> = {};
  for (const [name, source] of Object.entries(attributes)) {
    const value = isBlockList(source)
      ? source.map(block => evaluateBody(block, scope))
      : evaluateValue(source, scope);
    if (value !== null) values[name] = value;
  }
  for (const [name, definitions] of Object.entries(objectOf(dynamic))) {
    const before = values[name];
    values[name] = [
      ...(before !== undefined && isList(before) ? before : []),
      ...objectsIn(definitions).flatMap(block =>
        dynamicBlocks(name, block, scope),
      ),
    ];
  }
  return values;
}

function evaluateParts(source: Value, scope: Scope): Value {
  if (typeof source === 'string') {
    return /[$%]\{/.test(source) ? evaluate(parseText(source), scope) : source;
  }
  if (isList(source)) return source.map(part => evaluateParts(part, scope));
  if (!isObject(source)) return source;
  const entries: Array<[string, Value]> = [];
  for (const [key, part] of Object.entries(source)) {
    const name = evaluateParts(key, scope);
    if (hasUnknown(name)) return Unknown.value;
    entries.push([toText(name), evaluateParts(part, scope)]);
  }
  return Object.fromEntries(entries);
}

/** https://developer.hashicorp.com/terraform/language/expressions/dynamic-blocks */
function dynamicBlocks(
  block: string,
  { for_each: each = [], iterator, content = [] }: ValueObject,
  scope: Scope,
): readonly Value[] {
  const over = evaluateValue(each, scope);
  // How many there are is not known; one stands for them where only what is known counts.
  if (over instanceof Unknown && scope.strict) return [over];
  const name =
    typeof iterator === 'string' ? iterator.replace(/[${}]/g, '') : block;
  return entriesOf(over).flatMap(([key, value]) =>
    objectsIn(content).map(body =>
      evaluateBody(body, withNames(scope, { [name]: { key, value } })),
    ),
  );
}

function entriesOf(value: Value): ReadonlyArray<readonly [Value, Value]> {
  if (value instanceof Unknown) return [[value, value]];
  if (isList(value)) return value.map((item, index) => [index, item]);
  return Object.entries(objectOf(value));
}

function isBlockList(value: Value): value is readonly ValueObject[] {
  return isList(value) && value.length > 0 && value.every(isObject);
}

function objectsIn(value: Value): readonly ValueObject[] {
  return isList(value) ? value.filter(isObject) : [];
}

function objectOf(value: Value | undefined): ValueObject {
  return value !== undefined && isObject(value) ? value : {};
}
