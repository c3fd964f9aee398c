import { evaluateExpression } from './evaluateExpression';
import { MathSeries } from './MathValue';

const series = (label: string, values: Record<number, number>): MathSeries => ({
  label,
  period: 60_000,
  points: new Map(
    Object.entries(values).map(([at, value]) => [Number(at) * 60_000, value]),
  ),
});
const queries: Record<string, MathSeries> = {
  a: series('a', { 0: 2, 1: 4, 3: 8 }),
  b: series('b', { 0: 1, 1: 0, 2: 5, 3: 2 }),
};
const evaluate = (text: string) =>
  evaluateExpression(text, {
    resolve: id => (Object.hasOwn(queries, id) ? queries[id] : undefined),
    metrics: filter =>
      Object.values(queries).filter(({ label }) => label.includes(filter)),
    times: period => [0, 1, 2, 3].map(at => at * period),
  }).map(({ points }) => [...points.values()]);

describe('evaluateExpression', () => {
  it.each([
    ['a + b', [[3, 4, 10]]],
    ['a / b', [[2, 4]]],
    ['-a * 2', [[-4, -8, -16]]],
    ['2 + a * 3 ^ 2', [[20, 38, 74]]],
    ['(2 + a) * 3', [[12, 18, 30]]],
    ['1e3 - a', [[998, 996, 992]]],
    [
      'METRICS()',
      [
        [2, 4, 8],
        [1, 0, 5, 2],
      ],
    ],
    ['METRICS("a") * 10', [[20, 40, 80]]],
    ['SUM([a, b])', [[3, 4, 5, 10]]],
    ['AVG(METRICS())', [[1.5, 2, 5, 5]]],
    ['MAX([a,b]) - MIN([a,b])', [[1, 4, 0, 6]]],
    ['a - AVG(a) + 14/3', [[2, 4, 8]]],
    ['FILL(a, 0)', [[2, 4, 0, 8]]],
    ['FILL(a, REPEAT)', [[2, 4, 4, 8]]],
    ['FILL(a, LINEAR)', [[2, 4, 6, 8]]],
    ['RATE(b) * 60', [[-1, 5, -3]]],
    ['IF(b > 1, b, 0 - 1)', [[-1, -1, 5, 2]]],
    ['IF(a >= 4 AND a != 8, 1, 0)', [[0, 1, 0]]],
    ['CEIL(a / 3)', [[1, 2, 3]]],
    ['ABS(DIFF(b))', [[1, 5, 3]]],
  ])('%s', (text, expected) => {
    expect(evaluate(text)).toEqual(expected);
  });

  it.each([
    ['a +', /unexpected end of the expression/],
    ['a b', /unexpected b/],
    ['c + 1', /no query has the id c/],
    [
      'ANOMALY_DETECTION_BAND(a)',
      /function ANOMALY_DETECTION_BAND is not known/,
    ],
    ["SEARCH('{AWS/SQS}', 'Sum')", /function SEARCH is not known/],
    ['constructor(a)', /function constructor is not known/],
    ['1 + 2', /must return a time series/],
    ['SUM(a)', /must return a time series/],
    ['a; process.exit()', /unexpected ";/],
    ['[a, 1]', /a list holds time series only/],
    ['FILL(a, b)', /FILL takes a number, REPEAT or LINEAR/],
    [`${'('.repeat(500)}a${')'.repeat(500)}`, /too many parentheses/],
  ])('refuses %s', (text, message) => {
    expect(() => evaluate(text)).toThrow(message);
  });
});
