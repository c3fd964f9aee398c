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

  it.each([
    '',
    'app=',
    'a=b,',
    'a in b',
    '=x',
    'a=b=c',
    'a>1',
    'x'.repeat(1001),
  ])('handles %s', selector => {
    if (selector === 'app=') {
      expect(parseLabelSelector(selector)({ app: '' })).toBe(true);
    } else {
      expect(() => parseLabelSelector(selector)).toThrow(/label selector/);
    }
  });
});
