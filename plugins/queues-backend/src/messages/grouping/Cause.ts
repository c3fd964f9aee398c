import { MessageGroup } from '@slipway/plugin-queues-common';

/** Why a message failed, as far as it says so itself. */
export interface Cause {
  readonly by: MessageGroup['by'];
  /** Without numbers and ids, so that messages which failed alike have the same. */
  readonly title: string;
  /** Top frame of the stack. */
  readonly location?: string;
}

/** What a message is told by. */
export interface MessageContent {
  /** Names and texts of its attributes. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Unpacked; undefined when it is binary. */
  readonly text?: string;
  /** The text, when it is JSON. */
  readonly json?: object;
  /** Bytes of the body. */
  readonly bytes: number;
}
