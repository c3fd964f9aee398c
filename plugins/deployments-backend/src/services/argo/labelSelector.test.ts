import { parseLabelSelector } from './labelSelector';

const labels = { app: 'orders', tier: 'web', 'acme.io/env': 'dev' };

describe('parseLabelSelector', () => {
  it.each([
    ['app=orders', true],
    ['app==orders', true],
    ['app = orders , tier=web', true],
    ['app=orders,tier=db', false],
    ['app!=orders', false],
    ['missing!=orders', true],
    ['acme.io/env in (dev, prod)', true],
    ['acme.io/env in (prod)', false],
    ['missing in (a)', false],
    ['tier notin (db,cache),app', true],
    ['missing notin (a)', true],
    ['app', true],
    ['!app', false],
    ['!missing', true],
    ['toString', false],
    ['!constructor', true],
  ])('%s selects: %s', (selector, expected) => {
    expect(parseLabelSelector(selector)(labels)).toBe(expected);
  });

  it('allows an empty value', () => {
    expect(parseLabelSelector('app=')({ app: '' })).toBe(true);
    expect(parseLabelSelector('app=')(labels)).toBe(false);
  });

  it.each(['', 'a=b,', 'a in b', '=x', 'a=b=c', 'a>1', 'x'.repeat(1001)])(
    'refuses %s',
    selector => {
      expect(() => parseLabelSelector(selector)).toThrow(/label selector/);
    },
  );
});
