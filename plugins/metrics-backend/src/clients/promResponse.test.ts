import { parseSampleValue, parseSingleSeries } from './promResponse';

describe('parseSampleValue', () => {
  it.each([
    ['1.5', 1.5],
    ['0', 0],
    ['1e-3', 0.001],
    ['NaN', undefined],
    ['+Inf', undefined],
    ['-Inf', undefined],
    ['', undefined],
    ['<script>', undefined],
  ])('reads %s as %s', (text, expected) => {
    expect(parseSampleValue(text)).toBe(expected);
  });
});

describe('parseSingleSeries', () => {
  const matrix = (result: unknown) => ({ resultType: 'matrix', result });

  it('reads samples in milliseconds and leaves gaps', () => {
    const values = [
      [1700000000, '2'],
      [1700000030.5, 'NaN'],
    ];
    expect(parseSingleSeries(matrix([{ metric: {}, values }]))).toEqual([
      { time: 1700000000000, value: 2 },
      { time: 1700000030500, value: undefined },
    ]);
  });

  it('tells no series from an empty one', () => {
    expect(parseSingleSeries(matrix([]))).toBeUndefined();
  });

  it.each([
    ['a vector', { resultType: 'vector', result: [] }],
    ['text', 'ok'],
    ['numbers as numbers', matrix([{ metric: {}, values: [[1, 2]] }])],
  ])('refuses %s', (_, data) => {
    expect(() => parseSingleSeries(data)).toThrow(/range result/);
  });

  it('refuses more series than it asked for', () => {
    const result = Array(21).fill({ metric: {}, values: [] });
    expect(() => parseSingleSeries(matrix(result))).toThrow(/21 series/);
  });
});
