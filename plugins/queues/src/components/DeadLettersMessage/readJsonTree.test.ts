import { readJsonTree } from './readJsonTree';

describe('readJsonTree', () => {
  it.each([
    ['objects', '{"a":[1,true,null,"x"]}', { a: [1, true, null, 'x'] }],
    ['what escapes hide', '{"a":"\\u202e\\u0007"}', { a: '<U+202E>␇' }],
    [
      'long digits in text',
      '{"card":"4111111111111111"}',
      { card: '4111111111111111' },
    ],
  ])('reads %s', (_, text, expected) => {
    expect(readJsonTree(text)).toEqual(expected);
  });

  it('keeps a key that would be a prototype', () => {
    const tree = readJsonTree('{"__proto__":{"admin":true}}');
    expect(tree && Object.keys(tree)).toEqual(['__proto__']);
    expect(tree).not.toHaveProperty('admin');
  });

  it.each([
    ['is cut', '{"a":1,"b'],
    ['is no object', '"text"'],
    ['has numbers that would be rounded', '{"id":12345678901234567890}'],
    ['has numbers beyond all', '{"n":1e999}'],
    ['is deep', '['.repeat(60) + ']'.repeat(60)],
    ['is long', `[${'1,'.repeat(4_000)}1]`],
  ])('leaves to text what %s', (_, text) => {
    expect(readJsonTree(text)).toBeUndefined();
  });
});
