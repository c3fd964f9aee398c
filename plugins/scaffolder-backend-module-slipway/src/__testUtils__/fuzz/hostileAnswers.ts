import { JsonObject, JsonValue } from '@backstage/types';
import * as fc from 'fast-check';
import { allCombinations } from '../matrix/combinations';
import { hostileTexts } from './hostileText';

/** One set of answers, some of them hostile. */
export interface HostileAnswers {
  readonly template: string;
  readonly answers: JsonObject;
}

const longTexts = ['x'.repeat(201), 'y'.repeat(70_000), '"'.repeat(199)];

const text = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...hostileTexts, ...longTexts) },
  // Two of them, for what only their meeting breaks.
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom(...hostileTexts), fc.constantFrom(...hostileTexts))
      .map(parts => parts.join(' ')),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 2, arbitrary: fc.string({ maxLength: 199 }) },
);

const anything: fc.Arbitrary<JsonValue> = fc.oneof(
  text,
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
  fc.array(text, { maxLength: 3 }),
);

/** Every place in the answers that holds a value: `['queues', 0, 'name']`. */
function placesIn(
  value: JsonValue | undefined,
  at: readonly (string | number)[] = [],
): (readonly (string | number)[])[] {
  if (Array.isArray(value)) {
    return [at, ...value.flatMap((item, i) => placesIn(item, [...at, i]))];
  }
  if (typeof value === 'object' && value !== null) {
    return [
      ...(at.length > 0 ? [at] : []),
      ...Object.entries(value).flatMap(([key, item]) =>
        placesIn(item, [...at, key]),
      ),
    ];
  }
  return [at];
}

function withValue(
  value: JsonValue | undefined,
  [key, ...rest]: readonly (string | number)[],
  replacement: JsonValue,
): JsonValue {
  if (key === undefined) return replacement;
  if (Array.isArray(value)) {
    return value.map((item, index) =>
      index === key ? withValue(item, rest, replacement) : item,
    );
  }
  const object = typeof value === 'object' && value !== null ? value : {};
  return Object.fromEntries([
    ...Object.entries(object),
    [
      String(key),
      withValue((object as JsonObject)[String(key)], rest, replacement),
    ],
  ]);
}

const bases = allCombinations();

const free = fc
  .tuple(fc.constantFrom(...bases), text)
  .map(([base, description]) => ({
    template: base.templateRef.replace('template:default/', ''),
    answers: { ...plain(base.answers), description },
  }));

const mutated = fc.constantFrom(...bases).chain(base => {
  const answers = plain(base.answers);
  const places = [...placesIn(answers), ['__proto__'], ['extra']];
  return fc
    .array(fc.tuple(fc.constantFrom(...places), anything), {
      minLength: 1,
      maxLength: 3,
    })
    .map(changes => ({
      template: base.templateRef.replace('template:default/', ''),
      answers: changes.reduce<JsonObject>(
        (all, [place, value]) => withValue(all, place, value) as JsonObject,
        answers,
      ),
    }));
});

function plain(answers: unknown): JsonObject {
  return JSON.parse(JSON.stringify(answers));
}

/** Answers that a hostile caller may send; the same seed gives the same ones. */
export function hostileAnswers(count: number, seed: number): HostileAnswers[] {
  return fc.sample(fc.oneof(free, mutated), { numRuns: count, seed });
}
