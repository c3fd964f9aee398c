import { Millis } from '../../world/types';
import { AwsError } from '../server/AwsError';
import { md5 } from './messageDigest';
import { QueueAttributes } from './queueAttributes';
import { OutgoingMessage } from './SqsMessage';

/** For how long a FIFO queue takes a message with the deduplication id of another one for that one. */
const DEDUPLICATION_MS = 300_000;

/** Ids of the messages that a FIFO queue took in the last minutes. */
export class Deduplication {
  readonly #seen = new Map<string, { id: string; until: Millis }>();

  /** The id of the first message of the last minutes with this key; `id` where there was none. */
  first(key: string, id: string, now: Millis): string {
    const seen = this.#seen.get(key);
    if (seen && seen.until > now) {
      return seen.id;
    }
    this.#seen.set(key, { id, until: now + DEDUPLICATION_MS });
    return id;
  }
}

/** The deduplication id of a message to a FIFO queue: given, or made of its content where the queue says so. */
export function deduplicationIdOf(
  message: OutgoingMessage,
  attributes: Readonly<QueueAttributes>,
): string {
  const byContent = attributes.ContentBasedDeduplication === 'true';
  const id =
    message.deduplicationId ?? (byContent ? md5(message.body) : undefined);
  if (id === undefined) {
    throw new AwsError(
      'InvalidParameterValue',
      'The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly',
    );
  }
  return id;
}

/** What tells duplicates: the deduplication id, within the message's group where the queue is set up so. */
export const deduplicationKey = (
  id: string,
  groupId: string | undefined,
  attributes: Readonly<QueueAttributes>,
): string =>
  attributes.DeduplicationScope === 'messageGroup' ? `${groupId}\n${id}` : id;
