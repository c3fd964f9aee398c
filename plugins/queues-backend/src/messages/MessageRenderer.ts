import { parseArn, visibleText } from '@slipway/platform-common';
import { PeekedMessage } from '@slipway/plugin-queues-common';
import { MessageAttribute, ReceivedMessage } from '../clients/ReceivedMessage';
import { renderBody, renderBytes } from './body/renderBody';
import { contentOf } from './contentOf';
import { Fingerprint, fingerprintOf } from './grouping/fingerprint';
import { Masker } from './masking/Masker';
import { MASK } from './masking/secretPatterns';
import { traceOf } from './traceOf';

/** Characters of an attribute that are shown. */
const MAX_ATTRIBUTE = 4_096;

/** A message as people see it, and what it failed by. */
export interface RenderedMessage {
  readonly message: PeekedMessage;
  readonly cause: Fingerprint;
}

/** Turns messages into what may be shown of them. */
export class MessageRenderer {
  readonly #masker: Masker;
  readonly #maxChars: number;
  readonly #traceUrl?: string;

  constructor(options: {
    masker: Masker;
    /** Characters of a body that are shown. */
    maxChars: number;
    traceUrl?: string;
  }) {
    this.#masker = options.masker;
    this.#maxChars = options.maxChars;
    this.#traceUrl = options.traceUrl;
  }

  /** @param retentionSeconds - Left out where SQS counts retention from another time than when the message was sent. */
  render(
    received: ReceivedMessage,
    retentionSeconds?: number,
  ): RenderedMessage {
    const cause = fingerprintOf(contentOf(received));
    const { sentAt, firstReceivedAt, sourceArn, groupId } = received;
    const expires = retentionSeconds && sentAt + retentionSeconds * 1000;
    const trace = traceOf(received, this.#traceUrl);
    const message: PeekedMessage = {
      id: received.id,
      sentAt: iso(sentAt),
      ...(firstReceivedAt && { firstReceivedAt: iso(firstReceivedAt) }),
      receiveCount: received.receiveCount,
      ...(expires && { expiresAt: iso(expires) }),
      ...(sourceArn && { sourceQueue: parseArn(sourceArn).resource }),
      ...(groupId && { groupId: this.#safe(groupId) }),
      attributes: received.attributes.map(it => this.#attribute(it)),
      body: renderBody(received.body, {
        masker: this.#masker,
        maxChars: this.#maxChars,
      }),
      ...(trace && { trace }),
      fingerprint: cause.fingerprint,
    };
    return { message, cause };
  }

  #attribute({ name, type, value }: MessageAttribute) {
    return {
      name: visibleText(name),
      type: visibleText(type),
      value: this.#masker.isSecret(name) ? MASK : this.#value(value),
    };
  }

  #value(value: string | Uint8Array): string {
    const options = { masker: this.#masker, maxChars: MAX_ATTRIBUTE };
    const body =
      typeof value === 'string'
        ? renderBody(value, options)
        : renderBytes(value, options);
    // Text that is no JSON stays as its sender wrote it, packed or not, so that it can be searched for.
    if (typeof value === 'string' && body.decoded.length > 0) {
      return this.#safe(value);
    }
    return body.truncatedAt ? `${body.text}…` : body.text;
  }

  #safe(text: string): string {
    const start = text.slice(0, MAX_ATTRIBUTE);
    const { text: masked } = this.#masker.maskText(start);
    return visibleText(this.#masker.maskShown(masked).text);
  }
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
