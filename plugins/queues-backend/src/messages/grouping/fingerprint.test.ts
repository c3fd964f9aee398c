import { MessageContent } from './Cause';
import { fingerprintOf } from './fingerprint';
import { normalise } from './normalise';

const content = (
  body: unknown,
  attributes: Record<string, string> = {},
): MessageContent => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    text,
    bytes: text.length,
    json: typeof body === 'object' && body !== null ? body : undefined,
    attributes: new Map(Object.entries(attributes)),
  };
};
const of = (body: unknown, attributes?: Record<string, string>) =>
  fingerprintOf(content(body, attributes));

const JAVA = `java.net.SocketTimeoutException: connect timed out after 3012 ms
	at com.acme.payments.Client.call(Client.java:88)
	at com.acme.orders.Handler.handle(Handler.java:12)`;
const JS = `TypeError: Cannot read properties of undefined (reading 'id')
    at handle (/app/src/handlers/order.js:41:17)
    at run (/app/src/run.js:3:1)`;
const PYTHON = `Traceback (most recent call last):
  File "/srv/app/main.py", line 10, in main
    handle(x)
  File "/srv/app/handler.py", line 44, in handle
    raise ValueError(x)
acme.errors.PaymentError: order 99 was refused`;
const GO = `panic: runtime error: index out of range [5] with length 3

goroutine 1 [running]:
main.handle(0xc000012345, 0x1)
	/app/main.go:22 +0x1d`;

describe('fingerprintOf', () => {
  it.each([
    [
      'Lambda’s attributes',
      of({}, { ErrorCode: '200', ErrorMessage: 'Order 4711 is gone' }),
      { by: 'error', title: 'code 200: Order <n> is gone' },
    ],
    [
      'Spring’s headers',
      of(
        {},
        {
          'x-exception-fqcn': 'org.acme.TimeoutException',
          'x-exception-message': 'took 30 s',
          'x-exception-stacktrace': JAVA,
        },
      ),
      {
        by: 'error',
        title: 'TimeoutException: took <n> s',
        location: 'com.acme.payments.Client.call(Client.java)',
      },
    ],
    [
      'one attribute',
      of('x', { error: 'boom' }),
      { by: 'error', title: 'boom' },
    ],
    [
      'an error in the body',
      of({
        order: 1,
        error: {
          type: 'PaymentRefused',
          message: 'card 12 declined',
          stack: JS,
        },
      }),
      {
        by: 'exception',
        title: 'PaymentRefused: card <n> declined',
        location: 'handle (order.js)',
      },
    ],
    [
      'an error deep in the body, as text',
      of({ a: { b: [{ exception: JAVA }] } }),
      {
        by: 'exception',
        title: 'SocketTimeoutException: connect timed out after <n> ms',
        location: 'com.acme.payments.Client.call(Client.java)',
      },
    ],
    [
      'what Lambda answers',
      of({
        errorType: 'Error',
        errorMessage: 'no',
        stackTrace: ['    at f (/var/task/i.js:1:2)'],
      }),
      { by: 'exception', title: 'Error: no', location: 'f (i.js)' },
    ],
    [
      'JavaScript in text',
      of(JS),
      {
        title: expect.stringMatching(/^TypeError: Cannot read/),
        location: 'handle (order.js)',
      },
    ],
    [
      'Python in text',
      of(PYTHON),
      {
        title: 'PaymentError: order <n> was refused',
        location: 'handle in handler.py',
      },
    ],
    [
      'Go in text',
      of(GO),
      {
        by: 'exception',
        title: expect.stringMatching(/^panic: runtime error: index/),
        location: 'main.handle',
      },
    ],
    [
      'EventBridge',
      of({
        'detail-type': 'OrderPlaced',
        source: 'shop',
        detail: { error: '' },
      }),
      { by: 'event-type', title: 'OrderPlaced' },
    ],
    [
      'S3',
      of({ Records: [{ eventName: 'ObjectCreated:Put' }] }),
      { by: 'event-type', title: 'ObjectCreated:Put' },
    ],
    [
      'an attribute for the type',
      of('x', { eventType: 'order.placed' }),
      { by: 'event-type', title: 'order.placed' },
    ],
    [
      'JSON',
      of({ id: 1, sum: 2, b: [], c: {}, d: null }),
      { by: 'shape', title: 'JSON with id, sum, b, c, …' },
    ],
    ['a list', of([1]), { by: 'shape', title: 'JSON list' }],
    [
      'text',
      of('order 12 failed at 2026-01-01T10:00:00Z'),
      { by: 'shape', title: 'order <n> failed at <time>' },
    ],
    ['nothing', of(''), { by: 'shape', title: 'Empty body' }],
    [
      'binary',
      fingerprintOf({ attributes: new Map(), bytes: 5_000 }),
      { by: 'shape', title: 'Binary data, about 4 KB' },
    ],
  ])('tells by %s', (_, found, expected) => {
    expect(found).toMatchObject(expected);
  });

  it('puts what failed alike together, whatever the order, ids and line numbers', () => {
    const a = of({ id: 1, error: JAVA });
    const b = of({
      id: 2,
      amount: 3,
      error: JAVA.replace('3012', '99').replace(':88', ':90'),
    });
    expect(a.fingerprint).toBe(b.fingerprint);
    expect(of({ a: 1, b: 'x' }).fingerprint).toBe(
      of({ b: 'y', a: 2 }).fingerprint,
    );
    expect(of({ a: 1 }).fingerprint).not.toBe(of({ a: '1' }).fingerprint);
    expect(of({ error: 'one' }).fingerprint).not.toBe(
      of({ error: 'two' }).fingerprint,
    );
  });

  it('says the kind of event beside the error', () => {
    const found = of({ eventType: 'OrderPlaced', error: 'boom' });
    expect(found).toMatchObject({
      by: 'exception',
      title: 'boom',
      eventType: 'OrderPlaced',
    });
  });

  it('bounds its work on hostile bodies', () => {
    const started = Date.now();
    of({ error: 'x'.repeat(250_000) });
    of(`${'at '.repeat(80_000)}`);
    of(`a.${'b.'.repeat(100_000)}Exception`);
    of(Array.from({ length: 50_000 }, (_, i) => ({ i })));
    const deep = `${'{"a":'.repeat(5_000)}{"error":"deep"}${'}'.repeat(5_000)}`;
    fingerprintOf({ ...content(deep), json: JSON.parse(deep) });
    expect(Date.now() - started).toBeLessThan(2_000);
  });
});

describe('normalise', () => {
  it.each([
    [
      'user 1b4e28ba-2fa1-11d2-883f-0016d3cca427 of 10.0.0.1:80',
      'user <id> of <ip>',
    ],
    ['order ord_8Fk2Lq9 and #a1b2c3', 'order ord_<id> and #<id>'],
    ['hash deadbeef00 but not deadbeef', 'hash <id> but not deadbeef'],
    [
      'mail a.b@acme.com about arn:aws:sqs:eu-west-1:1:q now',
      'mail <email> about <arn> now',
    ],
    ['1,234.56 EUR\n  on  2026-01-02', '<n> EUR on <time>'],
    ['Bearer abc123.def-456', 'Bearer [masked]'],
  ])('%s', (text, expected) => {
    expect(normalise(text)).toBe(expected);
  });
});
