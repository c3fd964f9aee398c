import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageCommand,
  MessageAttributeValue,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import { ConflictError } from '@backstage/errors';
import { AwsClients } from '@slipway/platform-node';
import { callSqs } from './callSqs';
import { QueueKey } from './QueueKey';
import { queueUrl } from './queueUrl';
import { MessageAttribute, ReceivedMessage } from './ReceivedMessage';
import { toReceivedMessage } from './toReceivedMessage';

/** What SQS gives, hides or deletes in one call at most. */
export const SQS_BATCH = 10;
/** Batches that are released at a time: a large export ends soon after its last message. */
const RELEASES = 8;

/** A message to send: another one's content. */
export interface OutgoingMessage {
  readonly body: string;
  readonly attributes: readonly MessageAttribute[];
  readonly groupId?: string;
  readonly deduplicationId?: string;
  readonly traceHeader?: string;
}

/** Receives, releases, sends and deletes messages. Bodies go through here and are never logged. */
export class SqsMessagesClient {
  readonly #awsClients: AwsClients;

  constructor(awsClients: AwsClients) {
    this.#awsClients = awsClients;
  }

  /**
   * Takes up to ten messages. Waiting a second or more asks all of SQS's servers; without waiting, an answer may be empty
   * though there are messages.
   * @throws UpstreamError
   */
  async receive(
    queue: QueueKey,
    options: { max: number; hideSeconds: number; waitSeconds: number },
  ): Promise<ReceivedMessage[]> {
    const { Messages = [] } = await callSqs(
      this.#awsClients,
      queue,
      'ReceiveMessage',
      (client, call) =>
        client.send(
          new ReceiveMessageCommand({
            QueueUrl: queueUrl(queue.arn),
            MaxNumberOfMessages: Math.min(SQS_BATCH, options.max),
            VisibilityTimeout: options.hideSeconds,
            WaitTimeSeconds: options.waitSeconds,
            MessageSystemAttributeNames: ['All'],
            MessageAttributeNames: ['All'],
          }),
          call,
        ),
    );
    return Messages.map(toReceivedMessage);
  }

  /**
   * Shows messages to others again. Their receive count stays raised.
   * @returns how many could not be released; those come back when their time is over.
   * @throws UpstreamError
   */
  async release(
    queue: QueueKey,
    messages: readonly ReceivedMessage[],
  ): Promise<number> {
    let failed = 0;
    let at = 0;
    const releaseNext = async () => {
      while (at < messages.length) {
        const batch = messages.slice(at, at + SQS_BATCH);
        at += SQS_BATCH;
        // Added after the wait: others add to it in the meantime.
        const count = await this.#releaseBatch(queue, batch);
        failed += count;
      }
    };
    await Promise.all(Array.from({ length: RELEASES }, releaseNext));
    return failed;
  }

  async #releaseBatch(
    queue: QueueKey,
    batch: readonly ReceivedMessage[],
  ): Promise<number> {
    const { Failed = [] } = await callSqs(
      this.#awsClients,
      queue,
      'ChangeMessageVisibility',
      (client, call) =>
        client.send(
          new ChangeMessageVisibilityBatchCommand({
            QueueUrl: queueUrl(queue.arn),
            Entries: batch.map(({ receipt }, index) => ({
              Id: String(index),
              ReceiptHandle: receipt,
              VisibilityTimeout: 0,
            })),
          }),
          call,
        ),
    );
    return Failed.length;
  }

  /** @throws UpstreamError */
  async send(queue: QueueKey, message: OutgoingMessage): Promise<void> {
    const { body, attributes, groupId, deduplicationId, traceHeader } = message;
    await callSqs(this.#awsClients, queue, 'SendMessage', (client, call) =>
      client.send(
        new SendMessageCommand({
          QueueUrl: queueUrl(queue.arn),
          MessageBody: body,
          MessageAttributes: toWire(attributes),
          MessageGroupId: groupId,
          MessageDeduplicationId: deduplicationId,
          MessageSystemAttributes: traceHeader
            ? {
                AWSTraceHeader: {
                  DataType: 'String',
                  StringValue: traceHeader,
                },
              }
            : undefined,
        }),
        call,
      ),
    );
  }

  /** @throws UpstreamError */
  async delete(queue: QueueKey, receipt: string): Promise<void> {
    await callSqs(this.#awsClients, queue, 'DeleteMessage', (client, call) =>
      client.send(
        new DeleteMessageCommand({
          QueueUrl: queueUrl(queue.arn),
          ReceiptHandle: receipt,
        }),
        call,
      ),
    );
  }

  /**
   * Deletes all messages, which takes SQS up to a minute.
   * @throws ConflictError when it was purged less than a minute ago, UpstreamError
   */
  async purge(queue: QueueKey): Promise<void> {
    const outcome = await callSqs<'purged' | 'busy'>(
      this.#awsClients,
      queue,
      'PurgeQueue',
      async (client, call) => {
        await client.send(
          new PurgeQueueCommand({ QueueUrl: queueUrl(queue.arn) }),
          call,
        );
        return 'purged';
      },
      ({ name }) => (name === 'PurgeQueueInProgress' ? 'busy' : undefined),
    );
    if (outcome === 'busy') {
      throw new ConflictError(
        `${queue.name} was purged less than a minute ago; SQS allows one purge a minute`,
      );
    }
  }
}

function toWire(
  attributes: readonly MessageAttribute[],
): Record<string, MessageAttributeValue> {
  return Object.fromEntries(
    attributes.map(({ name, type, value }) => [
      name,
      typeof value === 'string'
        ? { DataType: type, StringValue: value }
        : { DataType: type, BinaryValue: value },
    ]),
  );
}
