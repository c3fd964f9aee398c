import {
  MessageBody,
  MessageGroup,
  PeekedMessage,
  PeekResponse,
} from '@slipway/plugin-queues-common';

const MINUTE = 60_000;
const now = Date.now();
const ago = (minutes: number) => new Date(now - minutes * MINUTE).toISOString();

export function body(
  text: string,
  more: Partial<MessageBody> = {},
): MessageBody {
  return {
    kind: 'json',
    text,
    bytes: text.length,
    decoded: [],
    masked: 0,
    ...more,
  };
}

const CAUSES = [
  {
    fingerprint: 'timeout',
    title: 'TimeoutException: connect to payments timed out after 3000 ms',
    by: 'error',
    eventType: 'OrderPlaced',
    location: 'PaymentClient.charge (payments.ts:42)',
  },
  {
    fingerprint: 'address',
    title: 'TypeError: Cannot read properties of undefined (reading "street")',
    by: 'exception',
    eventType: 'OrderPlaced',
    location: 'formatAddress (mail.ts:17)',
  },
  {
    fingerprint: 'shape',
    title: 'OrderCancelled without "reason"',
    by: 'shape',
    eventType: 'OrderCancelled',
  },
] as const;

const text = (index: number) =>
  JSON.stringify({
    type: index % 5 === 4 ? 'OrderCancelled' : 'OrderPlaced',
    order: { id: 4711 + index, total: 19.9, currency: 'EUR', gift: false },
    customer: { id: `c-${index}`, email: '[masked]', phone: null },
    items: [
      { sku: 'mug-blue', amount: 2 },
      { sku: 'tea-earl-grey', amount: 1 },
    ],
  });

/** Message number `index` of a dead-letter queue: most time out, some have a bad address, few another shape. */
export function peekedMessage(
  index: number,
  more: Partial<PeekedMessage> = {},
): PeekedMessage {
  const cause = index % 5 === 4 ? 2 : Number(index % 5 === 3);
  return {
    id: `${String(index).padStart(8, '0')}-5f0d-4c6e-9d1a-2b7f0c3e8a91`,
    sentAt: ago(200 - index),
    firstReceivedAt: ago(190 - index),
    receiveCount: 5,
    expiresAt: new Date(now + (600 + index) * MINUTE).toISOString(),
    sourceQueue: 'dev-orders',
    attributes: [
      { name: 'traceparent', type: 'String', value: '00-4bf92f35-01' },
      { name: 'attempt', type: 'Number', value: '4' },
    ],
    body: body(text(index), { masked: 1 }),
    trace: {
      id: '4bf92f3577b34da6a3ce929d0e0e4736',
      url: 'https://traces.example.com/4bf92f3577b34da6a3ce929d0e0e4736',
    },
    fingerprint: CAUSES[cause].fingerprint,
    ...more,
  };
}

function groups(messages: readonly PeekedMessage[]): MessageGroup[] {
  return CAUSES.flatMap(cause => {
    const own = messages.filter(m => m.fingerprint === cause.fingerprint);
    const times = own.map(({ sentAt }) => sentAt).sort();
    return own.length === 0
      ? []
      : {
          ...cause,
          count: own.length,
          firstSentAt: times[0],
          lastSentAt: times[times.length - 1],
          messageIds: own.map(({ id }) => id),
        };
  });
}

/** What a look at some of `total` messages answers. */
export function peekResponse(
  messages: readonly PeekedMessage[],
  total: number,
): PeekResponse {
  return {
    queue: 'dev-orders-dlq',
    environment: 'dev',
    messages: [...messages],
    groups: groups(messages),
    total,
    hiddenSeconds: 30,
    asOf: new Date().toISOString(),
  };
}
