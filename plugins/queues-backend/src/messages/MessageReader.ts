import { QueueKey } from '../clients/QueueKey';
import { ReceivedMessage } from '../clients/ReceivedMessage';
import { SQS_BATCH, SqsMessagesClient } from '../clients/SqsMessagesClient';

/** How much is read. */
export interface ReadOptions {
  /** Messages at most. */
  readonly limit: number;
  /** Seconds for which messages are hidden while they are read. */
  readonly hideSeconds: number;
  /**
   * About how many messages there were when the reading began. Once so many are read it ends with the first batch that is
   * not full: a queue that fills would have it go on as long as messages come.
   */
  readonly among?: number;
}

/** What is in hand while messages are read. */
export interface MessageReading {
  /** Messages that were not seen before, as SQS gives them; ends when there are no more, or the limit is reached. */
  readonly batches: AsyncGenerator<ReceivedMessage[]>;
  /** Messages that could not be released, once `batches` is through; those come back by themselves. */
  hidden(): number;
}

/**
 * A first wait asks all servers of SQS, so that an empty answer means an empty queue; after messages came, a second is
 * enough to know that there are no more. Short polling would ask some servers only and answer nothing though there are
 * messages: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-short-and-long-polling.html
 */
const FIRST_WAIT_SECONDS = 2;
const WAIT_SECONDS = 1;

/** Reads messages without taking them: each is received, shown and released again. */
export class MessageReader {
  readonly #client: SqsMessagesClient;
  readonly #onTrouble: (what: string, error: unknown) => void;

  /** @param onTrouble - Told what went wrong after messages were read, which fails nobody. */
  constructor(
    client: SqsMessagesClient,
    onTrouble: (what: string, error: unknown) => void,
  ) {
    this.#client = client;
    this.#onTrouble = onTrouble;
  }

  /**
   * Messages are released when the reading ends, in whatever way, and not before: what is released is received again.
   * @throws UpstreamError from `batches`
   */
  read(queue: QueueKey, options: ReadOptions): MessageReading {
    let hidden = 0;
    const held: ReceivedMessage[] = [];
    const take = () => this.#take(queue, options, held);
    const release = async () => {
      hidden = await this.#release(queue, held);
    };
    async function* batches() {
      try {
        yield* take();
      } finally {
        await release();
      }
    }
    return { batches: batches(), hidden: () => hidden };
  }

  async *#take(
    queue: QueueKey,
    { limit, hideSeconds, among = Infinity }: ReadOptions,
    held: ReceivedMessage[],
  ): AsyncGenerator<ReceivedMessage[]> {
    const seen = new Set<string>();
    while (seen.size < limit) {
      const batch = await this.#client.receive(queue, {
        max: Math.min(SQS_BATCH, limit - seen.size),
        hideSeconds,
        waitSeconds: seen.size === 0 ? FIRST_WAIT_SECONDS : WAIT_SECONDS,
      });
      held.push(...batch);
      const fresh = batch.filter(({ id }) => !seen.has(id));
      // Nothing, or what was hidden for its time comes around again.
      if (fresh.length === 0) return;
      fresh.forEach(({ id }) => seen.add(id));
      yield fresh;
      if (seen.size >= among && batch.length < SQS_BATCH) return;
    }
  }

  async #release(
    queue: QueueKey,
    held: readonly ReceivedMessage[],
  ): Promise<number> {
    try {
      return await this.#client.release(queue, held);
    } catch (error) {
      this.#onTrouble(`Messages of ${queue.name} were not released`, error);
      return held.length;
    }
  }
}
