import { serviceSpecSchema } from '@slipway/platform-common';
import {
  allCombinations,
  factors,
  isPossible,
  representativeSlice,
} from './combinations';
import { contains, pairwise, possiblePairs } from './pairwise';

describe('combinations', () => {
  const all = allCombinations();

  it('are what the form takes, each under a name of its own', () => {
    for (const { answers, runtime, label } of all) {
      const { error } = serviceSpecSchema.safeParse({ ...answers, runtime });
      expect([label, error?.issues]).toEqual([label, undefined]);
    }
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  });

  it('hold every pair that is possible', () => {
    const rows = pairwise(factors, isPossible);
    const pairs = possiblePairs(factors, isPossible);
    expect(pairs.length).toBeGreaterThan(800);
    expect(
      pairs.filter(pair => !rows.some(row => contains(row, pair))),
    ).toEqual([]);
  });

  it('have a slice with every runtime, platform and kind', () => {
    expect(representativeSlice(all)).toHaveLength(16);
  });
});
