import {
  formatBytes,
  formatDuration,
  formatDurationTick,
  formatNumber,
  formatPercent,
  formatRate,
} from './formatNumber';

describe('formats', () => {
  it.each([
    [formatNumber(undefined), '–'],
    [formatNumber(NaN), '–'],
    [formatNumber(0), '0'],
    [formatNumber(1234), '1,234'],
    [formatNumber(0.126), '0.13'],
    [formatNumber(12_345), '12.3K'],
    [formatNumber(1_500_000), '1.5M'],
    [formatBytes(0), '0 B'],
    [formatBytes(1536), '1.5 KiB'],
    [formatBytes(3 * 2 ** 30), '3 GiB'],
    [formatBytes(undefined), '–'],
    [formatDuration(0), '0 s'],
    [formatDuration(0.12), '120 ms'],
    [formatDuration(4.21), '4.2 s'],
    [formatDuration(190), '3 min 10 s'],
    [formatDuration(3600), '1 h'],
    [formatDuration(187_200), '2 d 4 h'],
    [formatDuration(undefined), '–'],
    [formatDurationTick(20_000), '5.6 h'],
    [formatDurationTick(90), '1.5 min'],
    [formatDurationTick(0.25), '250 ms'],
    [formatRate(12.5), '12.5/s'],
    [formatRate(0.05), '3/min'],
    [formatRate(0), '0/s'],
    [formatPercent(0.0042), '0.42 %'],
    [formatPercent(1), '100 %'],
  ])('%s is %s', (actual, expected) => {
    expect(actual).toBe(expected);
  });
});
