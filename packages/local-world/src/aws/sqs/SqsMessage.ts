import { Millis } from '../../world/types';

/** A value of a message attribute, as the wire carries it. */
export interface MessageAttribute {
  readonly DataType: string;
  readonly StringValue?: string;
  /** Base64. */
  readonly BinaryValue?: string;
}

/** What a sender says about a message. */
export interface OutgoingMessage {
  readonly body: string;
  readonly attributes?: Readonly<Record<string, MessageAttribute>>;
  /** `Root=1-5759e988-…`: the X-Ray trace the message belongs to. */
  readonly traceHeader?: string;
  /** Seconds; the queue's own delay when absent. */
  readonly delaySeconds?: number;
  readonly groupId?: string;
  readonly deduplicationId?: string;
}

/** A message in a queue. */
export interface SqsMessage {
  id: string;
  readonly body: string;
  attributes: Readonly<Record<string, MessageAttribute>>;
  readonly traceHeader?: string;
  readonly senderId: string;
  readonly groupId?: string;
  deduplicationId?: string;
  /** Order in the queue. */
  sequence: number;
  /** When retention begins to count. */
  sentAt: Millis;
  /** When it came into this queue: the age that CloudWatch tells counts from here. */
  arrivedAt: Millis;
  receiveCount: number;
  firstReceivedAt?: Millis;
  /** Not handed out before. */
  visibleAt: Millis;
  /** Proof of the last receive; absent when it was never received. */
  receipt?: string;
  /** Set by the queue that gave up on it. */
  deadLetterSource?: string;
}
