import { timeAgo } from './timeAgo';

describe('timeAgo', () => {
  const now = Date.parse('2026-01-10T12:00:00Z');

  it.each([
    ['2026-01-10T11:59:30Z', 'just now'],
    ['2026-01-10T12:00:05Z', 'just now'],
    ['2026-01-10T11:57:30Z', '2 min ago'],
    ['2026-01-10T09:00:00Z', '3 h ago'],
    ['2026-01-01T12:00:00Z', '9 d ago'],
    ['yesterday', undefined],
    [undefined, undefined],
  ])('says of %s: %s', (time, expected) => {
    expect(timeAgo(time, now)).toBe(expected);
  });
});
