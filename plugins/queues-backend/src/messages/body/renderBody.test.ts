import { gzipSync } from 'node:zlib';
import { DefaultMasker } from '../masking/DefaultMasker';
import { renderBody, renderBytes } from './renderBody';

const masker = DefaultMasker.create({
  defaults: true,
  fields: [],
  patterns: [],
});
const render = (body: string, maxChars = 20_000) =>
  renderBody(body, { masker, maxChars });
const base64 = (data: string | Uint8Array) =>
  Buffer.from(data).toString('base64');

describe('renderBody', () => {
  it.each([
    [
      'JSON',
      '{"a":[1,{}],"b":null}',
      '{\n  "a": [\n    1,\n    {}\n  ],\n  "b": null\n}',
      'json',
      [],
    ],
    [
      'numbers of any size',
      '[12345678901234567890,1e400]',
      '[\n  12345678901234567890,\n  1e400\n]',
      'json',
      [],
    ],
    ['text', 'order 12 failed', 'order 12 failed', 'text', []],
    ['JSON that is cut off as text', '{"a":', '{"a":', 'text', []],
    [
      'base64 of text',
      base64('order 12 failed, sorry'),
      'order 12 failed, sorry',
      'text',
      ['base64'],
    ],
    [
      'gzip in base64',
      base64(gzipSync('{"id":1}')),
      '{\n  "id": 1\n}',
      'json',
      ['base64', 'gzip'],
    ],
    [
      'an id that only looks like base64',
      'deadbeefdeadbeef',
      'deadbeefdeadbeef',
      'text',
      [],
    ],
    [
      'a word of many letters',
      'internationalizations',
      'internationalizations',
      'text',
      [],
    ],
    ['an empty body', '', '', 'text', []],
  ])('shows %s', (_, body, text, kind, decoded) => {
    expect(render(body)).toMatchObject({ text, kind, decoded, masked: 0 });
  });

  it('shows binary data as a hex dump, and says how long it is', () => {
    const bytes = Buffer.from(
      Array.from({ length: 2_000 }, (_, i) => (i * 7) % 256),
    );
    const body = render(base64(bytes));
    expect(body).toMatchObject({
      kind: 'binary',
      decoded: ['base64'],
      truncatedAt: 1_024,
    });
    expect(body.text.split('\n')).toHaveLength(64);
    expect(body.text).toMatch(/^00000000 {2}00 07 0e 15/);
    expect(renderBytes(bytes, { masker, maxChars: 800 })).toMatchObject({
      bytes: 2_000,
      truncatedAt: 160,
    });
  });

  it('unfolds what SNS wraps, and knows EventBridge', () => {
    const inner = {
      'detail-type': 'OrderPaid',
      source: 'shop',
      detail: { id: 1, password: 'x' },
    };
    const body = render(
      JSON.stringify({
        Type: 'Notification',
        TopicArn: 'arn',
        Message: JSON.stringify(inner),
      }),
    );
    expect(body.decoded).toEqual(['sns']);
    expect(JSON.parse(body.text).Message).toEqual({
      ...inner,
      detail: { id: 1, password: '[masked]' },
    });
    expect(render(JSON.stringify(inner)).decoded).toEqual(['eventbridge']);
  });

  it.each([
    ['script', '<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['ANSI', 'a\u001b[31mred', 'a␛[31mred'],
    ['NUL and DEL', 'a\u0000b\u007f', 'a␀b␡'],
    ['override of direction', 'exe\u202Efdp', 'exe<U+202E>fdp'],
    ['isolates', '\u2066x\u2069', '<U+2066>x<U+2069>'],
    ['nothing seen', 'a\u200bb\ufeff\u{e0041}', 'a<U+200B>b<U+FEFF><U+E0041>'],
    ['half a character', 'a\ud800b', 'a<U+D800>b'],
    ['line ends', 'a\r\nb\rc\td', 'a\nb␍c\td'],
    ['emoji', '👩‍🚀', '👩‍🚀'],
  ])('makes visible: %s', (_, body, text) => {
    expect(render(body).text).toBe(text);
    expect(
      JSON.parse(render(JSON.stringify([body])).text.replace(/\n\s*/g, '')),
    ).toHaveLength(1);
    const shown = [...render(JSON.stringify([body])).text];
    for (const hidden of ['\u202e', '\u2066', '\u001b', '\0', '\u200b']) {
      expect(shown).not.toContain(hidden);
    }
  });

  it('shows invalid UTF-8 as bytes', () => {
    expect(render(base64(Buffer.alloc(64, 0xfe)))).toMatchObject({
      kind: 'text',
    });
    expect(
      renderBytes(Buffer.from([0x68, 0xff, 0xfe]), { masker, maxChars: 500 }),
    ).toMatchObject({
      kind: 'binary',
      text: expect.stringContaining('68 ff fe'),
    });
  });

  it('takes JSON of any depth, and shows as much as a person reads', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const body = render(deep);
    expect(body.kind).toBe('json');
    expect(body.text).toContain('deeper levels are left out');
    const keys = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`;
    expect(render(keys).text.length).toBeLessThan(10_000);
  });

  it('never unpacks a bomb', () => {
    const bomb = base64(gzipSync(Buffer.alloc(50_000_000)));
    const started = Date.now();
    const body = render(bomb);
    expect(body).toMatchObject({ kind: 'binary', decoded: ['base64'] });
    expect(body.text).toMatch(
      /gzip of more than \d+ bytes, which is not unpacked/,
    );
    expect(Date.now() - started).toBeLessThan(2_000);
    expect(
      render(base64(gzipSync('x'.repeat(1_000)).subarray(0, 20))).text,
    ).toMatch(/damaged/);
  });

  it('cuts after masking, so that no half of a secret shows', () => {
    const secret = `Bearer ${'s3cret'.repeat(50)}`;
    const body = render(`${'x'.repeat(95)}${secret}`, 100);
    expect(body.truncatedAt).toBe(100);
    expect(body.text).not.toContain('s3c');
    expect(render('é'.repeat(300_000), 1_000)).toMatchObject({
      bytes: 600_000,
      truncatedAt: 1_000,
    });
    expect(render(`${'x'.repeat(99)}😀😀`, 100).text).toBe('x'.repeat(99));
  });

  it('is quick with 256 KB of anything', () => {
    const started = Date.now();
    for (const body of [
      JSON.stringify(
        Array.from({ length: 12_000 }, (_, id) => ({ id, token: 'x' })),
      ),
      'password'.repeat(32_000),
      'a-'.repeat(130_000),
      '1 '.repeat(130_000),
      '"'.repeat(260_000),
      `{"a":"${'\\"'.repeat(130_000)}"}`,
      'https://'.repeat(32_000),
    ]) {
      expect(render(body, 65_536).text.length).toBeLessThanOrEqual(65_536);
    }
    expect(Date.now() - started).toBeLessThan(5_000);
  });
});
