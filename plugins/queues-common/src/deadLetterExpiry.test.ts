import { deadLetterExpiry } from './deadLetterExpiry';

const measuredAt = Date.parse('2026-01-10T00:00:00Z');
const days = (count: number) => count * 86_400;

describe('deadLetterExpiry', () => {
  it.each([
    // In there for 3 of its 14 days, and before that for an unknown time on the source queue.
    [false, 14, 3, { latest: '2026-01-21T00:00:00.000Z' }],
    [
      true,
      14,
      3,
      { latest: '2026-01-21T00:00:00.000Z', exact: '2026-01-21T00:00:00.000Z' },
    ],
    // CloudWatch lags: the message may be gone by now.
    [false, 4, 5, { latest: '2026-01-09T00:00:00.000Z' }],
  ])('fifo %s, %s d kept, %s d old', (fifo, kept, old, expected) => {
    expect(
      deadLetterExpiry({
        fifo,
        retentionSeconds: days(kept),
        ageSeconds: days(old),
        measuredAt,
      }),
    ).toEqual(expected);
  });
});
