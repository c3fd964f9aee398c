import { Scope } from '../hcl/evaluate';
import {
  EvaluationError,
  isList,
  isObject,
  toText,
  Unknown,
  Value,
} from '../hcl/Value';
import { evaluateJson } from './evaluateJson';
import { Body } from './moduleSchema';

/** What a block with or without `count` or `for_each` makes. */
export interface Instance<T> {
  readonly items: readonly T[];
  /** The value of a reference to the block, given that of each item. */
  reference(valueOf: (item: T) => Value): Value;
}

/**
 * Makes the instances of a block. `make` gets what stands behind the address (`[0]`, `["a"]` or nothing) and a scope
 * that has `count` and `each`; it answers undefined for a block whose content cannot be seen.
 */
export function expand<T>(
  body: Body,
  scope: Scope,
  make: (suffix: string, scope: Scope) => T | undefined,
): Instance<T> {
  const single = (suffix: string, inner: Scope) => make(suffix, inner);
  const valueOrUnknown = (item: T | undefined, valueOf: (item: T) => Value) =>
    item === undefined ? Unknown.value : valueOf(item);
  const list = (items: ReadonlyArray<T | undefined>) =>
    items.filter(item => item !== undefined);
  if (Object.hasOwn(body, 'count')) {
    const count = countOf(evaluateJson(body.count, scope));
    const items = Array.from({ length: count }, (_, index) =>
      single(`[${index}]`, name =>
        name === 'count' ? { index } : scope(name),
      ),
    );
    return {
      items: list(items),
      reference: valueOf => items.map(item => valueOrUnknown(item, valueOf)),
    };
  }
  if (Object.hasOwn(body, 'for_each')) {
    const items = entriesOf(evaluateJson(body.for_each, scope)).map(
      ([key, value]) => {
        const inner: Scope = name =>
          name === 'each' ? { key, value } : scope(name);
        return [key, single(`[${JSON.stringify(key)}]`, inner)] as const;
      },
    );
    return {
      items: list(items.map(([, item]) => item)),
      reference: valueOf =>
        Object.fromEntries(
          items.map(([key, item]) => [key, valueOrUnknown(item, valueOf)]),
        ),
    };
  }
  const item = single('', scope);
  return {
    items: list([item]),
    reference: valueOf => valueOrUnknown(item, valueOf),
  };
}

function countOf(value: Value): number {
  if (value instanceof Unknown) {
    throw new EvaluationError(
      'Invalid count argument: the value depends on what cannot be determined until apply',
    );
  }
  const count = Number(value);
  if (Number.isInteger(count) && count >= 0 && count <= 1_000) return count;
  throw new EvaluationError(
    'Invalid count argument: a whole number is required',
  );
}

function entriesOf(value: Value): Array<[string, Value]> {
  if (isList(value)) return value.map(item => [toText(item), item]);
  if (isObject(value)) {
    return Object.keys(value)
      .sort()
      .map(key => [key, value[key]]);
  }
  throw new EvaluationError(
    'Invalid for_each argument: a map or set that is known before apply is required',
  );
}
