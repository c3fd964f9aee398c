import { drainShort, drainWords } from './drainWords';
import { expiryWords } from './expiryWords';
import { growthWords } from './growthWords';

describe('words of queues', () => {
  it.each([
    [{ trend: 'empty' }, 'empty', 'nothing waits'],
    [
      { trend: 'draining', seconds: 720 },
      '12 min',
      'empty in 12 min at this rate',
    ],
    [{ trend: 'draining' }, '–', 'draining'],
    [{ trend: 'steady' }, 'steady', 'steady: as many come as go'],
    [{ trend: 'growing' }, 'never', 'it grows: never empties'],
    [
      { trend: 'growing', netPerSecond: 2.25 },
      'never',
      'grows by 2.25/s: never empties',
    ],
    [{ trend: 'unknown' }, '–', 'no recent rates'],
  ] as const)('%j is %s', (drain, short, words) => {
    expect(drainShort(drain)).toBe(short);
    expect(drainWords(drain)).toBe(words);
  });

  it.each([
    [12, '+12 in the last hour'],
    [-3, '−3 in the last hour'],
    [0, 'no more in the last hour'],
    [undefined, undefined],
  ])('growth of %s is %s', (growth, words) => {
    expect(growthWords(growth)).toBe(words);
  });

  const now = Date.parse('2026-01-02T00:00:00Z');
  it.each([
    [{ latest: '2026-01-02T09:00:00Z' }, 'oldest expires in 9 h at the latest'],
    [
      { latest: '2026-01-02T09:00:00Z', exact: '2026-01-02T00:05:00Z' },
      'oldest expires in 5 min',
    ],
    [{ latest: '2026-01-01T23:00:00Z' }, 'oldest is expiring now'],
    [{ latest: 'soon' }, 'expiry unknown'],
  ])('%j: %s', (expiry, words) => {
    expect(expiryWords(expiry, now)).toBe(words);
  });
});
