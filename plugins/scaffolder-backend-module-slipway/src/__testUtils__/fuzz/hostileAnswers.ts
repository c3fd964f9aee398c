import { JsonObject } from '@backstage/types';
import * as fc from 'fast-check';
import { Combination, serviceCombinations } from '../matrix/combinations';
import { addedQueues, staticSites } from '../matrix/otherPaths';
import { hostileChanges, withValue } from './hostileChanges';
import { hostileOwners, hostileSystems } from './hostileEntities';
import { hostileText } from './hostileText';

/** One set of answers, some of them hostile. */
export interface HostileAnswers {
  /** Which harmless answers they were made of, by number. */
  readonly base: number;
  readonly template: string;
  readonly answers: JsonObject;
}

/** The service that gets queues. */
export const SECOND_DAY = 'there-already';

const plain = (answers: unknown): JsonObject =>
  JSON.parse(JSON.stringify(answers));

const bases: readonly HostileAnswers[] = serviceCombinations()
  .concat(staticSites())
  .map(({ request: { template, answers } }: Combination, base) => ({
    base,
    template,
    answers: plain(answers),
  }));

const queues: readonly HostileAnswers[] = addedQueues()
  .flatMap(({ then }) => then)
  .map(({ template, answers }, index) => ({
    base: bases.length + index,
    template,
    answers: {
      ...plain(answers),
      service: `component:default/${SECOND_DAY}`,
    },
  }));

/** Answers that are fine but for what people write freely and for what their groups and systems are called. */
const free = fc
  .tuple(
    fc.constantFrom(...bases),
    hostileText,
    fc.option(fc.constantFrom(...hostileOwners), { freq: 1 }),
    fc.option(fc.constantFrom(...hostileSystems), { freq: 1 }),
  )
  .map(([{ answers, ...base }, description, owner, system]) => ({
    ...base,
    answers: {
      ...answers,
      description,
      ...(owner && { owner }),
      ...(system && { system }),
    },
  }));

const mutated = fc
  .oneof(
    { weight: 5, arbitrary: fc.constantFrom(...bases) },
    { weight: 2, arbitrary: fc.constantFrom(...queues) },
  )
  .chain(({ answers, ...base }) =>
    hostileChanges(answers).map(changes => ({
      ...base,
      answers: changes.reduce<JsonObject>(
        (all, { place, value }) => withValue(all, place, value),
        answers,
      ),
    })),
  );

/** Answers that a hostile caller may send; the same seed gives the same ones. */
export function hostileAnswers(count: number, seed: number): HostileAnswers[] {
  return fc.sample(
    fc.oneof(
      { weight: 5, arbitrary: free },
      { weight: 4, arbitrary: mutated },
      { weight: 1, arbitrary: fc.constantFrom(...queues) },
    ),
    { numRuns: count, seed },
  );
}
