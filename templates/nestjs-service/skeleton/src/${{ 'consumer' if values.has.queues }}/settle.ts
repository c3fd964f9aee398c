import {
  type BatchResultErrorEntry,
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  type Message,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { QueueConfig } from '../config.js';
import type { Logger } from '../telemetry/logging.js';

export interface SettleOptions {
  readonly client: SQSClient;
  readonly queue: QueueConfig;
  readonly log: Logger;
}

/** Deletes what was handled, and hides the rest for longer after each attempt. SQS itself moves it to the dead-letter queue. */
export async function settle(
  { client, queue, log }: SettleOptions,
  messages: readonly Message[],
  handled: ReadonlySet<Message>,
): Promise<void> {
  const done = messages.filter((message) => handled.has(message));
  const failed = messages.filter((message) => !handled.has(message));
  if (done.length > 0) {
    const Entries = done.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
    await attempt(log, 'deleting failed: messages will come again', done, () =>
      client.send(new DeleteMessageBatchCommand({ QueueUrl: queue.url, Entries })),
    );
  }
  if (failed.length > 0) {
    const Entries = failed.map((message, index) => ({
      Id: String(index),
      ReceiptHandle: message.ReceiptHandle,
      VisibilityTimeout: backoff(Number(message.Attributes?.ApproximateReceiveCount), queue.visibilityTimeout),
    }));
    await attempt(log, 'messages stay hidden for the whole visibility timeout', failed, () =>
      client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: queue.url, Entries })),
    );
  }
}

/** Seconds: 2 after the first attempt, twice as many after each further one, never more than longest. */
export function backoff(attempts: number, longest: number): number {
  return Math.min(2 ** Math.min(Math.max(attempts || 1, 1), 12), longest);
}

/** Also names what a batch request answered 200 for and yet did not do. */
async function attempt(
  log: Logger,
  what: string,
  messages: readonly Message[],
  send: () => Promise<{ Failed?: BatchResultErrorEntry[] | undefined }>,
): Promise<void> {
  try {
    const { Failed = [] } = await send();
    for (const { Id, Code } of Failed) {
      log.error({ messageId: messages[Number(Id)]?.MessageId, code: Code }, what);
    }
  } catch (error) {
    log.error({ err: error, count: messages.length }, what);
  }
}
