import { randomUUID } from 'node:crypto';
import { WorldClock } from '../../world/types';
import { AwsError } from '../server/AwsError';
import { Queue } from './Queue';
import { QueueStore } from './QueueStore';
import { OutgoingMessage, SqsMessage } from './SqsMessage';

/**
 * Messages in flight that a queue allows.
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-queues.html
 */
const IN_FLIGHT_LIMIT = 120_000;

/** A standard queue answers an error, a FIFO queue nothing. */
function refuseMore(queue: Queue): SqsMessage[] {
  if (!queue.fifo) {
    throw new AwsError('OverLimit', 'Too many messages in flight.', {
      status: 403,
      queryCode: 'OverLimit',
    });
  }
  return [];
}

/** How messages move: sent, received, hidden, deleted, given up to the dead-letter queue. */
export class MessageFlow {
  constructor(
    private readonly queues: QueueStore,
    private readonly clock: WorldClock,
  ) {}

  send(queue: Queue, message: OutgoingMessage, senderId: string): SqsMessage {
    return queue.send(message, senderId, this.clock.now());
  }

  /** Takes up to `limit` messages and hides them for `visibilitySeconds`. */
  receive(
    queue: Queue,
    limit: number,
    visibilitySeconds?: number,
  ): SqsMessage[] {
    const now = this.clock.now();
    const hideFor = visibilitySeconds ?? queue.seconds('VisibilityTimeout');
    queue.messages.settle(now);
    if (queue.messages.hiddenCounts().inFlight >= IN_FLIGHT_LIMIT) {
      return refuseMore(queue);
    }
    const received: SqsMessage[] = [];
    while (received.length < limit) {
      const taken = queue.messages.take(limit - received.length);
      if (taken.length === 0) {
        break;
      }
      received.push(...taken.filter(message => !this.#giveUp(queue, message)));
    }
    for (const message of received) {
      message.receiveCount += 1;
      message.firstReceivedAt ??= now;
      message.receipt = `${message.id}:${randomUUID()}`;
      message.visibleAt = now + hideFor * 1000;
      queue.messages.add(message, now);
    }
    queue.countReceive(received.length);
    return received;
  }

  /** Deletes by receipt; like SQS, a message that is gone already is no error. */
  delete(queue: Queue, receipt: string): void {
    const message = this.#byReceipt(queue, receipt);
    if (message && queue.messages.remove(message.id)) {
      queue.countDelete();
    }
  }

  changeVisibility(queue: Queue, receipt: string, seconds: number): void {
    const now = this.clock.now();
    queue.messages.settle(now);
    const message = this.#byReceipt(queue, receipt);
    if (!message || message.visibleAt <= now) {
      throw new AwsError(
        'InvalidParameterValue',
        `Value ${receipt} for parameter ReceiptHandle is invalid. Reason: Message does not exist or is not available for visibility timeout change.`,
      );
    }
    message.visibleAt = now + seconds * 1000;
    queue.messages.settle(now);
  }

  /** Depth as GetQueueAttributes counts it. */
  counts(queue: Queue): { visible: number; inFlight: number; delayed: number } {
    queue.messages.settle(this.clock.now());
    return {
      visible: queue.messages.readyCount,
      ...queue.messages.hiddenCounts(),
    };
  }

  #byReceipt(queue: Queue, receipt: string): SqsMessage | undefined {
    const [id, proof] = receipt.split(':', 2);
    if (!proof) {
      throw new AwsError(
        'ReceiptHandleIsInvalid',
        `The input receipt handle "${receipt}" is not a valid receipt handle.`,
        { queryCode: 'ReceiptHandleIsInvalid' },
      );
    }
    const message = queue.messages.find(id);
    // A receipt of an earlier receive no longer counts once another consumer got the message.
    return message?.receipt === receipt ? message : undefined;
  }

  /** Moves a message that was received too often to the dead-letter queue. */
  #giveUp(queue: Queue, message: SqsMessage): boolean {
    const policy = queue.redrivePolicy;
    const target = policy && this.queues.byArn(policy.deadLetterTargetArn);
    if (!policy || !target || message.receiveCount < policy.maxReceiveCount) {
      return false;
    }
    target.takeOver(message, queue, this.clock.now());
    return true;
  }
}
