import { setImmediate } from 'node:timers/promises';
import { UpstreamError } from '@slipway/platform-node';
import { PeekedMessage, PeekResponse } from '@slipway/plugin-queues-common';
import { ReceivedMessage } from '../clients/ReceivedMessage';
import { QueueAttributes, SqsClient } from '../clients/SqsClient';
import { ResolvedQueue } from '../services/QueueResolver';
import { groupMessages } from './grouping/groupMessages';
import { Masker } from './masking/Masker';
import { MessageReader } from './MessageReader';
import { MessageRenderer, RenderedMessage } from './MessageRenderer';
import { MessagesService } from './MessagesService';
import { peekNotes } from './peekNotes';

/** An export hides what it has read until it ends, so that it reads each message once: SQS has to keep them hidden so long. */
const EXPORT_HIDE_SECONDS = 300;
const DEADLINE_MS = 10_000;

/** What {@link DefaultMessagesService} works with. */
export interface MessagesDeps {
  readonly sqs: SqsClient;
  readonly reader: MessageReader;
  readonly renderer: MessageRenderer;
  readonly masker: Masker;
  /** Seconds for which a peek hides messages while it reads them. */
  readonly hideSeconds: number;
}

/** {@link MessagesService} over SQS. */
export class DefaultMessagesService implements MessagesService {
  readonly #deps: MessagesDeps;

  constructor(deps: MessagesDeps) {
    this.#deps = deps;
  }

  async peek(queue: ResolvedQueue, limit: number): Promise<PeekResponse> {
    const { hideSeconds, masker } = this.#deps;
    const attributes = await this.#attributes(queue);
    const asOf = new Date().toISOString();
    const { received, hidden, trouble } = await this.#receive(queue, limit);
    const rendered = await this.#renderAll(received, attributes);
    const messages = rendered.map(({ message }) => message);
    return {
      queue: queue.key.name,
      environment: queue.key.environment.name,
      messages,
      groups: groupMessages(rendered, masker),
      total: Math.max(attributes.visible, messages.length),
      hiddenSeconds: hidden > 0 ? hideSeconds : 0,
      notes: peekNotes({
        messages,
        queue: attributes,
        isDeadLetterQueue: queue.isDeadLetterQueue,
        hidden,
        hideSeconds,
        trouble,
      }),
      asOf,
    };
  }

  async *export(
    queue: ResolvedQueue,
    limit: number,
  ): AsyncGenerator<PeekedMessage> {
    const attributes = await this.#attributes(queue);
    const { batches } = this.#deps.reader.read(queue.key, {
      limit,
      hideSeconds: EXPORT_HIDE_SECONDS,
      among: attributes.visible + attributes.inFlight,
    });
    for await (const batch of batches) {
      for (const received of batch) {
        yield this.#render(received, attributes).message;
      }
    }
  }

  /** What was read before something went wrong is shown, with the reason why it is not more. */
  async #receive(queue: ResolvedQueue, limit: number) {
    const { reader, hideSeconds } = this.#deps;
    const reading = reader.read(queue.key, { limit, hideSeconds });
    const received: ReceivedMessage[] = [];
    let trouble: string | undefined;
    try {
      for await (const batch of reading.batches) received.push(...batch);
    } catch (error) {
      if (received.length === 0 || !(error instanceof UpstreamError)) {
        throw error;
      }
      trouble = error.message;
    }
    return { received, trouble, hidden: reading.hidden() };
  }

  async #renderAll(
    received: readonly ReceivedMessage[],
    attributes: QueueAttributes,
  ): Promise<RenderedMessage[]> {
    const rendered: RenderedMessage[] = [];
    for (const message of received) {
      rendered.push(this.#render(message, attributes));
      // Large bodies take a while; others have their turn in between.
      await setImmediate();
    }
    return rendered;
  }

  #render(
    received: ReceivedMessage,
    { fifo, retentionSeconds }: QueueAttributes,
  ): RenderedMessage {
    // A FIFO queue counts retention from when it got the message, which SQS does not tell.
    return this.#deps.renderer.render(
      received,
      fifo ? undefined : retentionSeconds,
    );
  }

  #attributes({ key }: ResolvedQueue): Promise<QueueAttributes> {
    const signal = AbortSignal.timeout(DEADLINE_MS);
    return this.#deps.sqs.getAttributes(key, { signal });
  }
}
