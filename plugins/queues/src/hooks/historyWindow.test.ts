import {
  HistoryWindow,
  parseHistoryWindow,
  rangeToRead,
  withHistoryWindow,
} from './historyWindow';

const now = Date.parse('2026-01-15T12:00:00Z');
const ago = (hours: number) => now - hours * 3_600_000;

describe('the time that charts show', () => {
  it.each<[string, HistoryWindow]>([
    ['env=prod', { range: '3h' }],
    ['env=prod&range=14d', { range: '14d' }],
    [
      'env=prod&range=1d&from=2026-01-15T01%3A00%3A00.000Z&to=2026-01-15T02%3A00%3A00.000Z',
      { range: '1d', zoom: { start: ago(11), end: ago(10) } },
    ],
  ])('%s goes to the URL and back', (query, window) => {
    expect(parseHistoryWindow(new URLSearchParams(query))).toEqual(window);
    const other = new URLSearchParams('env=prod&range=7d&from=a&to=b');
    expect(withHistoryWindow(other, window).toString()).toBe(query);
  });

  it.each([
    'range=100y&from=soon&to=later',
    'from=2026-01-15T02:00:00Z&to=2026-01-15T01:00:00Z',
    'from=2026-01-15T02:00:00Z',
  ])('ignores %s', query => {
    expect(parseHistoryWindow(new URLSearchParams(query))).toEqual({
      range: '3h',
    });
  });

  it.each<[string, HistoryWindow, string]>([
    ['no part', { range: '7d' }, '7d'],
    [
      'the last hours of a week',
      { range: '7d', zoom: { start: ago(2), end: ago(1) } },
      '3h',
    ],
    [
      'days ago',
      { range: '14d', zoom: { start: ago(40), end: ago(39) } },
      '3d',
    ],
    [
      'a time long gone',
      { range: '14d', zoom: { start: ago(4_000), end: ago(3_999) } },
      '14d',
    ],
  ])('reads %s as close as it gets', (_, window, range) => {
    expect(rangeToRead(window, now)).toBe(range);
  });
});
