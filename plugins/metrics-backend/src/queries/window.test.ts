import { queryWindow } from './window';

describe('queryWindow', () => {
  const now = Date.parse('2026-11-20T10:00:47.5Z');

  it.each([
    ['1h', 121, '10:00:30', 60],
    ['6h', 181, '10:00:00', 120],
    ['24h', 289, '10:00:00', 300],
  ] as const)('%s has %i points up to %s', (range, points, end, rate) => {
    const window = queryWindow(range, now);
    expect((window.end - window.start) / window.step + 1).toBe(points);
    expect(new Date(window.end * 1000).toISOString()).toContain(end);
    expect(window.windowSeconds).toBe(rate);
  });
});
