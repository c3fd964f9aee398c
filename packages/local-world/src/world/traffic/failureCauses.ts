import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { MessageAttribute } from '../../aws/sqs/SqsMessage';
import { SeededRandom } from '../SeededRandom';

/** Why a consumer of the demo cannot handle a message. */
export const FAILURE_CAUSES = [
  'payment-timeout',
  'missing-customer',
  'unknown-version',
  'unreadable-body',
] as const;

export type FailureCause = (typeof FAILURE_CAUSES)[number];

/** How often each cause comes up while a consumer fails, of ten messages. */
const SHARES: readonly FailureCause[] = [
  ...new Array<FailureCause>(5).fill('payment-timeout'),
  'missing-customer',
  'missing-customer',
  'unknown-version',
  'unknown-version',
  'unreadable-body',
];

export const anyCause = (random: SeededRandom): FailureCause =>
  SHARES[random.below(SHARES.length)];

// A test number that every card network knows for one, and a token that opens nothing: what a careless producer leaves.
const careless = {
  payment: { cardNumber: '4111 1111 1111 1111', token: 'demo-0000-not-real' },
};

/** What a producer would have to send for a message to fail of a cause. */
export function spoil(body: string, cause: FailureCause): string {
  switch (cause) {
    case 'missing-customer':
      return body.replace(/"customerId":"[^"]*"/, '"customerId":""');
    case 'unknown-version':
      return body.replace('"eventVersion":1', '"eventVersion":7');
    case 'unreadable-body':
      return gzipSync(body).toString('base64');
    default:
      return body.replace(
        '"payload":{',
        `"payload":{${JSON.stringify(careless).slice(1, -1)},`,
      );
  }
}

const readable = z.object({
  eventVersion: z.number(),
  payload: z.object({ customerId: z.string() }),
});

/** What a consumer finds wrong with a body; with one that is right, it is the payment provider that does not answer. */
export function causeOf(body: string): FailureCause {
  const parsed = readable.safeParse(body.startsWith('{') && parseJson(body));
  if (!parsed.success) {
    return 'unreadable-body';
  }
  const { eventVersion, payload } = parsed.data;
  if (eventVersion > 1) {
    return 'unknown-version';
  }
  return payload.customerId === '' ? 'missing-customer' : 'payment-timeout';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const text = (StringValue: string): MessageAttribute => ({
  DataType: 'String',
  StringValue,
});

const TIMEOUT_STACK = [
  'java.net.http.HttpTimeoutException: request timed out after 5000 ms',
  '    at com.acme.payments.PaymentClient.authorize(PaymentClient.java:87)',
  '    at com.acme.payments.PaymentClient.charge(PaymentClient.java:52)',
  '    at com.acme.orders.OrderHandler.handle(OrderHandler.java:41)',
  '    at com.acme.messaging.SqsListener.onMessage(SqsListener.java:118)',
].join('\n');

/**
 * What a consumer of the demo writes onto a message that it gives back. Of one that it cannot read it knows nothing.
 *
 * @remarks
 * SQS itself leaves a message as it was sent. A real consumer that wants its errors on the message sends it to the
 * dead-letter queue itself; the world spares its services that detour.
 */
export function errorAttributes(
  cause: FailureCause,
): Readonly<Record<string, MessageAttribute>> {
  switch (cause) {
    case 'payment-timeout':
      return {
        'error.type': text('java.net.http.HttpTimeoutException'),
        'error.message': text(
          'payments.acme.example did not answer within 5000 ms',
        ),
        'error.stack': text(TIMEOUT_STACK),
        authorization: text('Bearer demo-0000-not-real-0000'),
      };
    case 'missing-customer':
      return {
        'error.type': text('com.acme.orders.ValidationException'),
        'error.message': text('payload.customerId must not be blank'),
      };
    case 'unknown-version':
      return { 'error.message': text('no handler for version 7') };
    default:
      return {};
  }
}
