import { Expression, ForExpression } from './Expression';
import { applyOperator } from './applyOperator';
import { callFunction, EvaluationError, FileReader } from './callFunction';
import { HclValue, isKnown, isList, isRecord, UNKNOWN } from './HclValue';

/** What names stand for. */
export interface Scope {
  /** Value of `name`, and of the keys behind it as far as they belong together: `module.queue.arn`. */
  resolve(name: string, keys: readonly HclValue[]): HclValue | undefined;
  /** Text of a file next to the module. */
  readonly readFile: FileReader;
}

/**
 * Value of an expression without state, provider or account: what only an apply tells is {@link UNKNOWN}.
 *
 * @throws EvaluationError where Terraform would fail, as `try` and `can` must see it.
 */
export function evaluate(expression: Expression, scope: Scope): HclValue {
  const value = (part: Expression) => evaluate(part, scope);
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'template':
      return joinText(expression.parts.map(value));
    case 'name':
      return resolve(scope, expression.name, []);
    case 'get':
      return evaluateTraversal(expression, scope);
    case 'splat':
      return evaluateSplat(expression, scope);
    case 'call':
      return evaluateCall(expression, scope);
    case 'unary':
      return applyOperator(expression.operator, value(expression.of));
    case 'binary':
      return applyOperator(
        expression.operator,
        value(expression.left),
        value(expression.right),
      );
    case 'conditional': {
      const condition = value(expression.condition);
      if (condition === UNKNOWN) return UNKNOWN;
      return value(condition === true ? expression.then : expression.otherwise);
    }
    case 'tuple':
      return expression.items.map(value);
    case 'object':
      return Object.fromEntries(
        expression.items.map(item => [
          String(value(item.key)),
          value(item.value),
        ]),
      );
    case 'for':
      return evaluateFor(expression, scope);
    default:
      return UNKNOWN;
  }
}

/** Adds names to a scope. */
export function withNames(
  scope: Scope,
  names: Readonly<Record<string, HclValue>>,
): Scope {
  return {
    readFile: scope.readFile,
    resolve: (name, keys) =>
      Object.hasOwn(names, name)
        ? keys.reduce<HclValue>(get, names[name] ?? null)
        : scope.resolve(name, keys),
  };
}

/** Value behind a key. */
export function get(from: HclValue, key: HclValue): HclValue {
  if (from === UNKNOWN || key === UNKNOWN) return UNKNOWN;
  const found = elementAt(from, key);
  if (found === undefined) throw new EvaluationError(`no ${String(key)} in it`);
  return found;
}

/** Null is a value: only a name that stands for nothing is unknown. */
function resolve(
  scope: Scope,
  name: string,
  keys: readonly HclValue[],
): HclValue {
  const value = scope.resolve(name, keys);
  return value === undefined ? UNKNOWN : value;
}

function elementAt(from: HclValue, key: HclValue): HclValue | undefined {
  if (isList(from)) return from[Number(key)];
  return isRecord(from) && Object.hasOwn(from, String(key))
    ? from[String(key)]
    : undefined;
}

function joinText(parts: readonly HclValue[]): HclValue {
  return parts.every(isKnown) ? parts.map(String).join('') : UNKNOWN;
}

/** Keys are collected first: the scope knows how many of them name one thing. */
function evaluateTraversal(expression: Expression, scope: Scope): HclValue {
  const keys: HclValue[] = [];
  let from = expression;
  while (from.kind === 'get') {
    keys.unshift(evaluate(from.key, scope));
    from = from.from;
  }
  return from.kind === 'name'
    ? resolve(scope, from.name, keys)
    : keys.reduce(get, evaluate(from, scope));
}

function evaluateSplat(
  { from, each }: Extract<Expression, { kind: 'splat' }>,
  scope: Scope,
): HclValue {
  const source = evaluate(from, scope);
  if (source === UNKNOWN) return UNKNOWN;
  const one = source === null ? [] : [source];
  const items = isList(source) ? source : one;
  return items.map(item => evaluate(each, withNames(scope, { '*': item })));
}

function evaluateCall(
  { name, args, expandLast }: Extract<Expression, { kind: 'call' }>,
  scope: Scope,
): HclValue {
  if (name === 'try' || name === 'can') return evaluateTry(name, args, scope);
  const values = args.map(arg => evaluate(arg, scope));
  const last = values.at(-1);
  if (!expandLast || last === undefined) {
    return callFunction(name, values, scope.readFile);
  }
  return isList(last)
    ? callFunction(name, [...values.slice(0, -1), ...last], scope.readFile)
    : UNKNOWN;
}

function evaluateTry(
  name: 'try' | 'can',
  args: readonly Expression[],
  scope: Scope,
): HclValue {
  for (const arg of args) {
    try {
      const value = evaluate(arg, scope);
      return name === 'try' || value === UNKNOWN ? value : true;
    } catch (error) {
      if (!(error instanceof EvaluationError)) throw error;
    }
  }
  if (name === 'can') return false;
  throw new EvaluationError('nothing to try is left');
}

function evaluateFor(expression: ForExpression, scope: Scope): HclValue {
  const source = evaluate(expression.in, scope);
  if (!isList(source) && !isRecord(source)) return UNKNOWN;
  const entries: (readonly [HclValue, HclValue])[] = isList(source)
    ? source.map((item, index) => [index, item] as const)
    : Object.entries(source);
  const made = entries.flatMap(([key, item]): MadeElement[] => {
    const inner = withNames(scope, {
      [expression.valueName]: item,
      ...(expression.keyName === undefined
        ? {}
        : { [expression.keyName]: key }),
    });
    if (
      expression.condition &&
      evaluate(expression.condition, inner) === false
    ) {
      return [];
    }
    return [
      {
        key: expression.key && evaluate(expression.key, inner),
        value: evaluate(expression.value, inner),
      },
    ];
  });
  if (!expression.key) return made.map(({ value }) => value);
  return expression.grouped
    ? groupByKey(made)
    : Object.fromEntries(made.map(({ key, value }) => [String(key), value]));
}

interface MadeElement {
  /** Of an object's `for`. */
  readonly key?: HclValue;
  readonly value: HclValue;
}

function groupByKey(made: readonly MadeElement[]): HclValue {
  const groups: Record<string, HclValue[]> = {};
  for (const { key, value } of made) (groups[String(key)] ??= []).push(value);
  return groups;
}
