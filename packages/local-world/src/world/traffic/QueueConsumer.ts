import { AwsError } from '../../aws/server/AwsError';
import { MessageFlow } from '../../aws/sqs/MessageFlow';
import { Queue } from '../../aws/sqs/Queue';
import { SqsMessage } from '../../aws/sqs/SqsMessage';
import { FailureMode } from '../types';
import { causeOf, errorAttributes } from './failureCauses';
import { MessagingTraffic } from './MessagingTraffic';

/** Share of its usual speed that a slow consumer keeps. */
const SLOW_SHARE = 0.1;

/** One workload taking messages from one queue: what it took in a second it settles in the next. */
export class QueueConsumer {
  readonly traffic: MessagingTraffic;
  #held: SqsMessage[] = [];

  constructor(
    service: string,
    queue: string,
    private readonly flow: MessageFlow,
  ) {
    this.traffic = new MessagingTraffic(service, queue);
  }

  /** Lets go of what it held, as a consumer that is killed; it comes back after the visibility timeout. */
  drop(): void {
    this.#held = [];
  }

  /** One second of work: settles what it holds, then takes up to `capacity`, leaving `rest` in the queue. */
  work(
    queue: Queue,
    capacity: number,
    rest: number,
    failures: ReadonlySet<FailureMode>,
  ): void {
    const failing = failures.has('consumer-errors');
    const slow = failures.has('slow');
    this.#settle(queue, failing, slow ? 10 : 1);
    if (failures.has('consumer-stopped')) {
      return;
    }
    const { visible } = this.flow.counts(queue);
    const limit = slow ? Math.max(1, capacity * SLOW_SHARE) : capacity;
    // A consumer that fails spins: it takes whatever it sees.
    const wanted = failing ? visible : visible - rest;
    const most = Math.floor(Math.min(limit, wanted));
    this.#held = this.flow.receive(queue, Math.max(0, most));
  }

  #settle(queue: Queue, failing: boolean, slowness: number): void {
    const held = this.#held;
    this.#held = [];
    if (failing) {
      held.forEach(message => this.#release(queue, message));
      this.traffic.fail(held.length, slowness);
      return;
    }
    held.forEach(({ receipt }) => receipt && this.flow.delete(queue, receipt));
    this.traffic.process(held.length, slowness);
  }

  /** Gives a message back, with what went wrong. */
  #release(queue: Queue, message: SqsMessage): void {
    const { receipt, attributes, body } = message;
    message.attributes = { ...attributes, ...errorAttributes(causeOf(body)) };
    try {
      this.flow.changeVisibility(queue, receipt ?? '', 0);
    } catch (error) {
      // Purged or timed out meanwhile: there is nothing to give back.
      if (!(error instanceof AwsError)) {
        throw error;
      }
    }
  }
}
