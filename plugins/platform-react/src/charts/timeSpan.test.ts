import { toTimeSpan } from './timeSpan';

const area = { left: 50, width: 100 };
const shown = { start: 1_000, end: 2_000 };

describe('toTimeSpan', () => {
  it.each<[string, number, number, object | undefined]>([
    ['a drag', 60, 100, { start: 1_100, end: 1_500 }],
    ['a drag to the left', 100, 60, { start: 1_100, end: 1_500 }],
    ['a drag out of the chart', 100, 900, { start: 1_500, end: 2_000 }],
    ['a drag beside the chart', 0, 40, undefined],
    ['a click', 60, 63, undefined],
  ])('%s', (_, from, to, expected) => {
    expect(toTimeSpan(from, to, area, shown)).toEqual(expected);
  });

  it('chooses nothing of a chart that has no width yet', () => {
    expect(toTimeSpan(0, 50, { left: 0, width: 0 }, shown)).toBeUndefined();
  });
});
