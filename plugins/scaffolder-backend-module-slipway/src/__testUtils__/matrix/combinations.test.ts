import { serviceSpecSchema } from '@slipway/platform-common';
import {
  allCombinations,
  factors,
  isPossible,
  representativeSlice,
  serviceCombinations,
} from './combinations';
import { contains, pairwise, possiblePairs } from './pairwise';

describe('combinations', () => {
  const all = allCombinations();

  it('are what the form takes, each under a name of its own', () => {
    for (const { request, code: runtime, label } of serviceCombinations()) {
      const { error } = serviceSpecSchema.safeParse({
        ...request.answers,
        runtime,
      });
      expect([label, error?.issues]).toEqual([label, undefined]);
    }
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  });

  it('hold every pair that is possible', () => {
    const rows = pairwise(factors, isPossible);
    const pairs = possiblePairs(factors, isPossible);
    expect(pairs.length).toBeGreaterThan(800);
    expect(rows.length).toBeLessThan(85);
    expect(
      pairs.filter(pair => !rows.some(row => contains(row, pair))),
    ).toEqual([]);
  });

  it('have a slice with every runtime, platform and kind, a site and added queues', () => {
    const slice = representativeSlice(all);
    expect(slice).toHaveLength(19);
    expect(
      slice.filter(({ then }) => then.length > 0).map(({ label }) => label),
    ).toEqual([
      'add-queue to eks worker, scaling=queue',
      'add-queue to ecs worker, scaling=queue',
    ]);
  });
});
