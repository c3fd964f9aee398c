import { promString } from './promString';

describe('promString', () => {
  it.each([
    ['order-mailer', '"order-mailer"'],
    ['a"b', '"a\\"b"'],
    ['a\\', '"a\\\\"'],
    ['\\"} or vector(1) #', '"\\\\\\"} or vector(1) #"'],
    ["it's `fine`", '"it\'s `fine`"'],
    ['größe-🚀', '"größe-🚀"'],
  ])('writes %s as %s', (value, expected) => {
    expect(promString(value)).toBe(expected);
  });

  it.each([
    ['empty', ''],
    ['too long', 'x'.repeat(257)],
    ['newline', 'a\nb'],
    ['NUL', 'a\0b'],
    ['line separator', 'a\u2028b'],
    ['lone surrogate', 'a\ud800b'],
  ])('refuses a value with %s', (_, value) => {
    expect(() => promString(value)).toThrow(/value for a metrics query/);
  });
});
