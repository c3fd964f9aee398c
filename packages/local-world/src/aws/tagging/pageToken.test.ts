import { pageToken, startOfPage } from './pageToken';

describe('pageToken', () => {
  it('is good for 15 minutes', () => {
    const token = pageToken(50, 1_000);
    expect(startOfPage(token, 901_000)).toBe(50);
    expect(() => startOfPage(token, 901_001)).toThrow(/15 minutes/);
  });

  it.each(['nonsense', 'e30=', Buffer.from('{"start":-1}').toString('base64')])(
    'refuses %s',
    token => expect(() => startOfPage(token, 0)).toThrow(/not one that/),
  );

  it('begins at the start without a token', () => {
    expect(startOfPage('', 0)).toBe(0);
  });
});
