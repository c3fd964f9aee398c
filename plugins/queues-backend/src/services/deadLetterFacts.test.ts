import { deadLetterFacts } from './deadLetterFacts';

const NOW = Date.parse('2026-01-01T12:00:00Z');
const at = (minutesAgo: number, value: number | undefined) => ({
  time: NOW - minutesAgo * 60_000,
  value,
});
const queue = { visible: 42, fifo: false, retentionSeconds: 86_400 };

describe('deadLetterFacts', () => {
  it.each([
    ['from an hour ago', [at(90, 1), at(60, 30), at(2, 42)], 12],
    ['from near an hour ago', [at(65, 30), at(52, 40)], 12],
    ['which may have become fewer', [at(61, 50)], -8],
    ['not from longer ago', [at(75, 30), at(45, 40)], undefined],
    ['not from silence', [at(60, undefined)], undefined],
    ['not from nothing', [], undefined],
  ])('tells the growth %s', (_, visible, grown) => {
    const facts = deadLetterFacts(queue, { visible, oldestAge: [] }, NOW);
    expect(facts.grownLastHour).toBe(grown);
  });

  it.each([
    [
      'at the latest for a standard queue',
      queue,
      [at(2, 3_600)],
      { latest: '2026-01-02T10:58:00.000Z' },
    ],
    [
      'exactly for a FIFO queue',
      { ...queue, fifo: true },
      [at(2, 3_600)],
      {
        latest: '2026-01-02T10:58:00.000Z',
        exact: '2026-01-02T10:58:00.000Z',
      },
    ],
    ['not by an age of long ago', queue, [at(30, 3_600)], undefined],
    ['not of an empty queue', { ...queue, visible: 0 }, [at(2, 60)], undefined],
    ['not by silence', queue, [at(2, undefined)], undefined],
  ])(
    'tells when the oldest is lost, %s',
    (_, attributes, oldestAge, expiry) => {
      const facts = deadLetterFacts(
        attributes,
        { visible: [], oldestAge },
        NOW,
      );
      expect(facts.expiry).toEqual(expiry);
    },
  );

  it('knows nothing without CloudWatch', () => {
    expect(deadLetterFacts(queue, undefined, NOW)).toEqual({});
  });
});
