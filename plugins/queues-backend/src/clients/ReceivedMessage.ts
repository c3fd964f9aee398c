/** An attribute as its sender wrote it. */
export interface MessageAttribute {
  readonly name: string;
  /** `String`, `Number`, `Binary`, or one of them with a label: `String.uuid`. */
  readonly type: string;
  readonly value: string | Uint8Array;
}

/** A message in hand: hidden from others until its visibility timeout ends, or it is released or deleted. */
export interface ReceivedMessage {
  readonly id: string;
  /** Proof of this receive. */
  readonly receipt: string;
  readonly body: string;
  readonly attributes: readonly MessageAttribute[];
  /** Milliseconds since 1970: when it was first sent. */
  readonly sentAt: number;
  readonly firstReceivedAt?: number;
  /** Includes this receive. */
  readonly receiveCount: number;
  /** ARN of the queue it came from, of dead letters. */
  readonly sourceArn?: string;
  readonly groupId?: string;
  /** X-Ray's trace header. */
  readonly traceHeader?: string;
}
