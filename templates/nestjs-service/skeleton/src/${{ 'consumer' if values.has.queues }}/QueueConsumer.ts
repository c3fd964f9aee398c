import { setTimeout as sleep } from 'node:timers/promises';
import { type Message, ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { context, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { QueueConfig } from '../config.js';
import type { Logger } from '../telemetry/logging.js';
import { errorType, type Metrics } from '../telemetry/metrics.js';
import type { EventHandler } from './EventHandler.js';
import { settle } from './settle.js';

const LAST_RETRY_DELAY = 30_000;
// A consumer that has not been able to ask for messages for this long is not ready.
const READY_FOR = 90_000;

export interface QueueConsumerOptions {
  readonly client: SQSClient;
  readonly queue: QueueConfig;
  readonly batchSize: number;
  readonly handler: Pick<EventHandler, 'handle'>;
  readonly metrics: Metrics;
  readonly log: Logger;
}

/** A loop over one queue: takes batches, and deletes each message that was handled. */
export class QueueConsumer {
  readonly #options: QueueConsumerOptions;
  readonly #log: Logger;
  #receivedAt = 0;

  constructor(options: QueueConsumerOptions) {
    this.#options = options;
    this.#log = options.log.child({ queue: options.queue.name });
    // Both series exist from the start, so that a rate over them has a first value to count from.
    for (const error_type of ['', 'error']) {
      options.metrics.messages.zero({ messaging_destination_name: options.queue.name, error_type });
    }
  }

  /** Whether the queue was reached lately. A batch may take as long as its messages stay hidden. */
  get ready(): boolean {
    return Date.now() - this.#receivedAt < READY_FOR + this.#options.queue.visibilityTimeout * 1000;
  }

  /** Runs until the signal, then finishes the batch in hand. */
  async run(signal: AbortSignal): Promise<void> {
    let delay = 1_000;
    while (!signal.aborted) {
      try {
        const messages = await this.#receive(signal);
        delay = 1_000;
        this.#receivedAt = Date.now();
        await this.#process(messages);
      } catch (error) {
        if (signal.aborted) break;
        this.#log.error({ err: error, retryInMs: delay }, 'receiving failed');
        await sleep(delay, undefined, { signal }).catch(() => undefined);
        delay = Math.min(2 * delay, LAST_RETRY_DELAY);
      }
    }
    this.#receivedAt = 0;
  }

  async #receive(signal: AbortSignal): Promise<Message[]> {
    const { client, queue, batchSize } = this.#options;
    const command = new ReceiveMessageCommand({
      QueueUrl: queue.url,
      MaxNumberOfMessages: batchSize,
      WaitTimeSeconds: 20,
      VisibilityTimeout: queue.visibilityTimeout,
      MessageSystemAttributeNames: ['ApproximateReceiveCount', 'MessageGroupId'],
      MessageAttributeNames: ['traceparent'],
    });
    const { Messages } = await client.send(command, { abortSignal: signal });
    return Messages ?? [];
  }

  /** One failed message holds up only those behind it in its FIFO group. */
  async #process(messages: readonly Message[]): Promise<void> {
    const handled = new Set<Message>();
    await Promise.all(
      groups(messages).map(async (group) => {
        for (const message of group) {
          if (!(await this.#handle(message))) return;
          handled.add(message);
        }
      }),
    );
    await settle({ ...this.#options, log: this.#log }, messages, handled);
  }

  async #handle(message: Message): Promise<boolean> {
    const { handler, metrics, queue } = this.#options;
    const carrier = { traceparent: message.MessageAttributes?.['traceparent']?.StringValue };
    const parent = propagation.extract(context.active(), carrier);
    const span = trace.getTracer('consumer').startSpan(
      `process ${queue.name}`,
      {
        kind: SpanKind.CONSUMER,
        attributes: { 'messaging.system': 'aws_sqs', 'messaging.destination.name': queue.name },
      },
      parent,
    );
    const started = performance.now();
    let failure: unknown;
    await context.with(trace.setSpan(parent, span), async () => {
      try {
        await withDeadline(handler.handle(message.Body ?? '', queue.visibilityTimeout), queue.visibilityTimeout);
      } catch (error) {
        failure = error ?? new Error('unknown');
        span.setStatus({ code: SpanStatusCode.ERROR });
        this.#log.error(
          { err: error, messageId: message.MessageId, attempt: message.Attributes?.ApproximateReceiveCount },
          'message failed',
        );
      }
    });
    span.end();
    metrics.messages.observe(
      { messaging_destination_name: queue.name, error_type: errorType(failure) },
      (performance.now() - started) / 1000,
    );
    return failure === undefined;
  }
}

/** Messages that must be worked on one after the other. Without a group, each stands alone. */
function groups(messages: readonly Message[]): Message[][] {
  const named = Object.groupBy(messages, (message, index) => message.Attributes?.MessageGroupId ?? `\n${index}`);
  return Object.values(named).filter((group) => group !== undefined);
}

/** Nothing is counted as handled after its message is visible to others again. */
async function withDeadline(work: Promise<void>, seconds: number): Promise<void> {
  const finished = new AbortController();
  const late = sleep(seconds * 1000, undefined, { signal: finished.signal }).then(() => {
    throw new DOMException('the visibility timeout is over', 'TimeoutError');
  });
  try {
    await Promise.race([work, late]);
  } finally {
    finished.abort();
    late.catch(() => undefined);
  }
}
