import { PeekedMessage } from '@slipway/plugin-queues-common';
import { QueueAttributes } from '../clients/SqsClient';

/** What a look did to the queue and what it could not see, in words. */
export function peekNotes(options: {
  messages: readonly PeekedMessage[];
  queue: QueueAttributes;
  isDeadLetterQueue: boolean;
  /** Messages that could not be released. */
  hidden: number;
  hideSeconds: number;
  /** Why reading broke off before the end. */
  trouble?: string;
}): string[] {
  const { messages, queue, isDeadLetterQueue, hidden } = options;
  const notes = ['Looking raised the receive count of these messages by one.'];
  const limit = queue.redrive?.maxReceiveCount;
  const due = messages.filter(
    ({ receiveCount }) => limit !== undefined && receiveCount >= limit,
  ).length;
  if (due > 0) {
    notes.push(
      `${due} of them now ${
        due === 1 ? 'has' : 'have'
      } been received as often as the queue allows (${limit}): the next receive moves ${
        due === 1 ? 'it' : 'them'
      } to the dead-letter queue.`,
    );
  } else if (!isDeadLetterQueue) {
    notes.push(
      'This is no dead-letter queue: while they were read, consumers did not get them.',
    );
  }
  if (queue.fifo) {
    notes.push(
      'FIFO: of each message group only the first messages can be seen, and the group waited while they were read.',
    );
  }
  if (hidden > 0) {
    notes.push(
      `${hidden} could not be released and stay hidden from others for up to ${options.hideSeconds} s.`,
    );
  }
  if (options.trouble) notes.push(`Reading broke off: ${options.trouble}.`);
  return notes;
}
