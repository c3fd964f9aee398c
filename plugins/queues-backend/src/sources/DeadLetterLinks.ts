import { QueueKey } from '../clients/QueueKey';
import { QueueAttributes } from '../clients/SqsClient';
import { dlqKey } from '../services/dlqKey';

/** Remembers which queues name which dead-letter queue. */
export class DeadLetterLinks {
  readonly #sources = new Map<string, Set<string>>();

  /** Notes what a queue's redrive policy says. */
  note(queue: QueueKey, { redrive }: QueueAttributes): void {
    const dlq = redrive && dlqKey(queue, redrive.dlqArn);
    if (!dlq) {
      return;
    }
    const sources = this.#sources.get(dlq.arn) ?? new Set();
    this.#sources.set(dlq.arn, sources.add(queue.arn));
  }

  /** ARNs of the queues that were seen to name it. */
  sourcesOf(dlqArn: string): readonly string[] {
    return [...(this.#sources.get(dlqArn) ?? [])];
  }
}
