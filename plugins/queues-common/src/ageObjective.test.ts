import { parseAgeObjective } from './ageObjective';

describe('parseAgeObjective', () => {
  it.each([
    ['30s', 30],
    ['5m', 300],
    ['2 h', 7_200],
    ['1D', 86_400],
    ['PT5M', 300],
    ['P1DT2H3M4S', 93_784],
    [' 5m ', 300],
    ['14d', 1_209_600],
    ['15d', undefined],
    ['0m', undefined],
    ['5', undefined],
    ['five minutes', undefined],
    ['P', undefined],
    ['PT', undefined],
    ['-5m', undefined],
    [`${'9'.repeat(50)}d`, undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%j is %s', (text, seconds) => {
    expect(parseAgeObjective(text)).toBe(seconds);
  });
});
