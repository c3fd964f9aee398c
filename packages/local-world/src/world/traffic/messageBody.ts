import { SeededRandom } from '../SeededRandom';
import { Millis } from '../types';

/** `dev-orders-created` → `orders-created`: events are named alike in all environments. */
const topicOf = (queue: string, environment: string) =>
  queue.startsWith(`${environment}-`)
    ? queue.slice(environment.length + 1)
    : queue;

const pascal = (words: string) =>
  words
    .split(/[^A-Za-z0-9]+/)
    .map(word => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

/** Type of the events in a queue: `OrderCreated` for `orders-created`. */
export function eventTypeOf(queue: string, environment: string): string {
  const topic = topicOf(queue, environment);
  const known: Readonly<Record<string, string>> = {
    'orders-created': 'OrderCreated',
    notifications: 'NotificationRequested',
    'payment-captured.fifo': 'PaymentCaptured',
    refunds: 'RefundRequested',
    'fraud-checks': 'FraudCheckRequested',
    'audit-log': 'AuditEntryRecorded',
  };
  return known[topic] ?? `${pascal(topic)}Requested`;
}

/** A message as the services of the demo send them. JSON text. */
export function messageBody(
  eventType: string,
  time: Millis,
  random: SeededRandom,
): string {
  return JSON.stringify({
    eventType,
    eventVersion: 1,
    eventId: random.uuid(),
    timestamp: new Date(time).toISOString(),
    payload: {
      orderId: `ord-${random.hex(8)}`,
      customerId: `cus-${random.hex(6)}`,
      amount: {
        value: (5 + random.below(20_000) / 100).toFixed(2),
        currency: 'EUR',
      },
    },
  });
}
