import { QueueState } from '@slipway/plugin-queues-common';

/** Whether a queue is a dead-letter queue that is shown by itself: nobody sends to it and nobody drains it. */
export function isPlainDlq({ isDlq, dlq }: QueueState): boolean {
  return isDlq === true && dlq === undefined;
}
