import { JsonObject, JsonValue } from '@backstage/types';
import * as fc from 'fast-check';
import { hostileText } from './hostileText';

/** Where in the answers something is put: `['queues', 0, 'name']`. */
export type Place = readonly (string | number)[];

/** A value that a form would not send, and where. */
export interface HostileChange {
  readonly place: Place;
  readonly value: JsonValue;
}

const anything: fc.Arbitrary<JsonValue> = fc.oneof(
  hostileText,
  fc.constantFrom<JsonValue>(
    -1,
    0,
    1.5,
    1e309,
    2 ** 53,
    true,
    // eslint-disable-next-line no-restricted-syntax -- what a caller may send
    null,
    [],
    {},
    [[]],
    { toString: 'x' },
    ['a', 'a'],
  ),
  fc.array(hostileText, { maxLength: 3 }),
);

/** One to three changes, anywhere in the answers and beside them. */
export function hostileChanges(
  answers: JsonObject,
): fc.Arbitrary<HostileChange[]> {
  const places: Place[] = [
    ...placesIn(answers).filter(place => place.length > 0),
    ['__proto__'],
    ['extra'],
  ];
  return fc.array(
    fc.record({ place: fc.constantFrom(...places), value: anything }),
    { minLength: 1, maxLength: 3 },
  );
}

function placesIn(value: JsonValue | undefined, at: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [at];
  const inner = Array.isArray(value)
    ? value.flatMap((item, index) => placesIn(item, [...at, index]))
    : Object.entries(value).flatMap(([key, item]) =>
        placesIn(item, [...at, key]),
      );
  return [at, ...inner];
}

/** The answers with another value at a place; what an earlier change took away is made again. */
export function withValue(
  answers: JsonObject,
  [key, ...rest]: Place,
  replacement: JsonValue,
): JsonObject {
  // Not an assignment: `__proto__` is to become a key like any other.
  return Object.fromEntries([
    ...Object.entries(answers),
    [String(key), replaced(answers[String(key)], rest, replacement)],
  ]);
}

function replaced(
  value: JsonValue | undefined,
  place: Place,
  replacement: JsonValue,
): JsonValue {
  if (place.length === 0) return replacement;
  const [key, ...rest] = place;
  if (Array.isArray(value)) {
    return value.map((item, index) =>
      index === key ? replaced(item, rest, replacement) : item,
    );
  }
  const isObject = typeof value === 'object' && value !== null;
  return withValue(isObject ? value : {}, place, replacement);
}
