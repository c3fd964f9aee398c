import { Scope, withNames } from '../hcl/Scope';
import {
  EvaluationError,
  isList,
  isObject,
  toText,
  Unknown,
  Value,
  ValueObject,
} from '../hcl/Value';
import { attempt, evaluateValue } from './evaluateBody';

/** What a block with or without `count` or `for_each` makes. */
export interface Instances<T> {
  readonly items: readonly T[];
  /** The value of a reference to the block, given that of each item. */
  reference(valueOf: (item: T) => Value): Value;
}

type Make<T> = (suffix: string, scope: Scope) => T | undefined;

/**
 * Makes the instances of a block. `make` gets what stands behind the address (`[0]`, `["a"]` or nothing) and a scope
 * that has `count` and `each`; it answers undefined for a block whose content cannot be seen. Where the scope is not
 * strict and their number is not known, one with the suffix `[*]` stands for all.
 */
export function expandBlock<T>(
  body: ValueObject,
  scope: Scope,
  make: Make<T>,
): Instances<T> {
  if (Object.hasOwn(body, 'count')) return counted(body, scope, make);
  if (Object.hasOwn(body, 'for_each')) return repeated(body, scope, make);
  const item = make('', scope);
  return {
    items: item === undefined ? [] : [item],
    reference: valueOf => (item === undefined ? Unknown.value : valueOf(item)),
  };
}

function counted<T>(
  body: ValueObject,
  scope: Scope,
  make: Make<T>,
): Instances<T> {
  const count = attempt(
    scope,
    () => countOf(evaluateValue(body.count, scope)),
    undefined,
  );
  if (count === undefined) {
    return unknownNumber({ count: { index: Unknown.value } }, scope, make);
  }
  const items = Array.from({ length: count }, (_, index) =>
    make(`[${index}]`, withNames(scope, { count: { index } })),
  );
  return {
    items: present(items),
    reference: valueOf =>
      items.map(item => (item === undefined ? Unknown.value : valueOf(item))),
  };
}

function repeated<T>(
  body: ValueObject,
  scope: Scope,
  make: Make<T>,
): Instances<T> {
  const each = attempt(
    scope,
    () => entriesOf(evaluateValue(body.for_each, scope)),
    undefined,
  );
  if (!each) {
    const [key, value] = [Unknown.value, Unknown.value];
    return unknownNumber({ each: { key, value } }, scope, make);
  }
  const items = each.map(([key, value]) => {
    const inner = withNames(scope, { each: { key, value } });
    return [key, make(`[${JSON.stringify(key)}]`, inner)] as const;
  });
  return {
    items: present(items.map(([, item]) => item)),
    reference: valueOf =>
      Object.fromEntries(
        items.map(([key, item]) => [
          key,
          item === undefined ? Unknown.value : valueOf(item),
        ]),
      ),
  };
}

function unknownNumber<T>(
  names: Readonly<Record<string, Value>>,
  scope: Scope,
  make: Make<T>,
): Instances<T> {
  const item = make('[*]', withNames(scope, names));
  return { items: present([item]), reference: () => Unknown.value };
}

function present<T>(items: ReadonlyArray<T | undefined>): readonly T[] {
  return items.filter((item): item is T => item !== undefined);
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
