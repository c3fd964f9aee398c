import { renderBody } from '../body/renderBody';
import { DefaultMasker, MaskingOptions } from './DefaultMasker';

const create = (options: Partial<MaskingOptions> = {}) =>
  DefaultMasker.create({
    defaults: true,
    fields: [],
    patterns: [],
    ...options,
  });
const masker = create();

const JWT = `eyJhbGciOiJIUzI1NiJ9.${'eyJzdWIiOiIxIn0'}.c2lnbmF0dXJl`;
const KEY_ID = `AKIA${'ABCDEFGH12345678'}`;

describe('DefaultMasker', () => {
  it.each([
    'password',
    'Password',
    'db_password',
    'userPasswordHash',
    'token',
    'accessToken',
    'x-amz-security-token',
    'Authorization',
    'apiKey',
    'api_key',
    'X-API-Key',
    'client_secret',
    'cardNumber',
    'card.number',
    'CVV',
    'iban',
    'ssn',
    'set-cookie',
    'private_key',
    'pin',
    'session_id',
    'aws_secret_access_key',
  ])('hides the field %s', field => {
    expect(masker.isSecret(field)).toBe(true);
  });

  it.each([
    'orderId',
    'shipping',
    'company',
    'tokenCount',
    'spinner',
    'author',
    'passed',
    'authorId',
    'amount',
    '',
  ])('shows the field %s', field => {
    expect(masker.isSecret(field)).toBe(false);
  });

  it.each([
    ['a JWT', `got ${JWT} here`, 'got [masked] here'],
    [
      'a bearer token',
      'Authorization: Bearer abc.def-123456',
      'Authorization: [masked] [masked]',
    ],
    ['basic credentials', 'sent Basic dXNlcjpwYXNz', 'sent Basic dXNlcjpwYXNz'],
    [
      'basic credentials with padding',
      'sent Basic dXNlcjpwYXNzMQ==',
      'sent Basic [masked]',
    ],
    ['an AWS key id', `key ${KEY_ID}.`, 'key [masked].'],
    ['a GitHub token', `ghp_${'a1'.repeat(18)}`, '[masked]'],
    [
      'a card',
      'card 4111 1111 1111 1111 was refused',
      'card [masked] was refused',
    ],
    ['a card without spaces', '5555555555554444', '[masked]'],
    ['an IBAN', 'to DE89370400440532013000', 'to [masked]'],
    [
      'a password in a URL',
      'postgres://app:hunter2@db/x',
      'postgres://app:[masked]@db/x',
    ],
    [
      'a key and value',
      'login with password=hunter2&x=1',
      'login with password=[masked]&x=1',
    ],
    [
      'a quoted value',
      `{'db_password': 'hunter2'}`,
      `{'db_password': '[masked]'}`,
    ],
    [
      'a private key',
      `-----BEGIN RSA PRIVATE KEY-----\nabc\n-----END RSA PRIVATE KEY-----`,
      '[masked]',
    ],
  ])('hides %s in text', (_, text, shown) => {
    expect(masker.maskText(text).text).toBe(shown);
  });

  it.each([
    'no card: 4111 1111 1111 1112',
    'time 1764300000000, in micros 1764300000000000',
    'id 9007199254740993',
    'trace 1-5759e988-bd862e3fe1be46a994272793',
    'b0d4ff92-4c1a-4a47-8f3b-1234567890ab',
    'Basic authentication failed, token expired',
    'no IBAN: DE00370400440532013000',
    'see https://example.com:8443/a@b',
  ])('leaves alone: %s', text => {
    expect(masker.maskText(text)).toEqual({ text, masked: 0 });
  });

  it('hides in JSON of any depth, and in JSON in strings in JSON', () => {
    const inner = JSON.stringify({
      user: 'olivia',
      pass: 'p',
      deeper: JSON.stringify({ apiKey: 'k' }),
    });
    const body = {
      a: [{ b: { token: { nested: 'gone' }, n: 1 } }],
      inner,
      card: 4111111111111111,
      cvv: 123,
      on: true,
      secret: false,
    };
    const rendered = renderBody(JSON.stringify(body), {
      masker,
      maxChars: 10_000,
    });
    expect(JSON.parse(rendered.text)).toEqual({
      a: [{ b: { token: '[masked]', n: 1 } }],
      inner: JSON.stringify({
        user: 'olivia',
        pass: '[masked]',
        deeper: JSON.stringify({ apiKey: '[masked]' }),
      }),
      card: '[masked]',
      cvv: '[masked]',
      on: true,
      secret: false,
    });
    expect(rendered.masked).toBe(5);
  });

  it('takes fields and patterns of the config, with the defaults or without', () => {
    const own = create({
      defaults: false,
      fields: ['customer_name'],
      patterns: ['[\\w.]{1,60}@[\\w.]{1,60}'],
    });
    expect(own.isSecret('CustomerName')).toBe(true);
    expect(own.isSecret('password')).toBe(false);
    expect(own.maskText('password=x').text).toBe('password=x');
    expect(own.maskShown('mail to a.b@c.de, now')).toEqual({
      text: 'mail to [masked], now',
      masked: 1,
    });
  });

  it.each([
    ['no regular expression', '(', 'is not a regular expression'],
    ['an empty one', '', 'must have 1 to 500 characters'],
    ['a slow one', '(x+)+y', 'takes too long'],
    ['a slow one of another kind', '(a|aa)+z', 'takes too long'],
  ])('refuses at start %s, by the key', (_, pattern, message) => {
    expect(() => create({ patterns: ['fine', pattern] })).toThrow(message);
    expect(() => create({ patterns: ['fine', pattern] })).toThrow(
      'slipway.queues.masking.patterns[1]',
    );
  });

  it('hides all of a text on which a pattern turns out to be slow', () => {
    const own = create({ patterns: ['(ab|a|b)+z'] });
    expect(own.maskShown(`${'ab'.repeat(2_500)}!`)).toEqual({
      text: '[masked]',
      masked: 1,
    });
  });
});
