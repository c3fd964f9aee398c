import { PeekedMessage } from '@slipway/plugin-queues-common';
import { QueueAttributes } from '../clients/SqsClient';

/** What is known after a look. */
interface Look {
  readonly messages: readonly PeekedMessage[];
  readonly queue: QueueAttributes;
  readonly isDeadLetterQueue: boolean;
  /** Messages that could not be released. */
  readonly hidden: number;
  readonly hideSeconds: number;
  /** Why reading broke off before the end. */
  readonly trouble?: string;
}

/** What a look did to the queue and what it could not see, in words. */
export function peekNotes(look: Look): string[] {
  const { queue, hidden, hideSeconds, trouble } = look;
  return [
    'Looking raised the receive count of these messages by one.',
    ...consumerNotes(look),
    ...(queue.fifo
      ? [
          'FIFO: of each message group only the first messages can be seen, and the group waited while they were read.',
        ]
      : []),
    ...(hidden > 0
      ? [
          `${hidden} could not be released and stay hidden from others for up to ${hideSeconds} s.`,
        ]
      : []),
    ...(trouble ? [`Reading broke off: ${trouble}.`] : []),
  ];
}

/** What it did to those who work on the queue; a look counts as a receive, and enough of those make dead letters. */
function consumerNotes({ messages, queue, isDeadLetterQueue }: Look): string[] {
  const limit = queue.redrive?.maxReceiveCount ?? Infinity;
  const due = messages.filter(({ receiveCount }) => receiveCount >= limit);
  if (due.length > 0) {
    return [
      `${due.length} of them had as many receives as the queue allows (${limit}): the next one makes them dead letters.`,
    ];
  }
  return isDeadLetterQueue
    ? []
    : [
        'This is no dead-letter queue: while they were read, consumers did not get them.',
      ];
}
