import { createHash } from 'node:crypto';
import { causeByBody } from './bodyError';
import { Cause, MessageContent } from './Cause';
import { causeByAttributes } from './errorAttributes';
import { eventTypeOf } from './eventTypeOf';
import { shapeOf } from './shapeOf';
import { causeByStack } from './stackTrace';

/** A {@link Cause} and what it is recognised by. */
export interface Fingerprint extends Cause {
  readonly fingerprint: string;
  readonly eventType?: string;
}

/**
 * Tells why a message failed: by the error that a consumer noted in its attributes, else by an exception in its body,
 * else by the kind of event, else by the shape of the body. Messages which failed alike have the same fingerprint.
 */
export function fingerprintOf(content: MessageContent): Fingerprint {
  const eventType = eventTypeOf(content);
  const cause =
    causeByAttributes(content.attributes) ??
    (content.json && causeByBody(content.json)) ??
    (content.text !== undefined && !content.json
      ? causeByStack(content.text)
      : undefined);
  if (cause) {
    return {
      ...cause,
      eventType,
      fingerprint: hash([cause.by, cause.title, cause.location]),
    };
  }
  const { shape, ...byShape } = shapeOf(content);
  if (eventType) {
    return {
      by: 'event-type',
      title: eventType,
      eventType,
      fingerprint: hash(['event-type', eventType]),
    };
  }
  return { ...byShape, fingerprint: hash(['shape', shape]) };
}

function hash(parts: readonly (string | undefined)[]): string {
  return createHash('sha256')
    .update(JSON.stringify(parts))
    .digest('base64url')
    .slice(0, 12);
}
