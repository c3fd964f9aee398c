import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { AwsCall, AwsOperation } from '../server/AwsService';
import { attributesMd5, md5 } from './messageDigest';
import { Queue } from './Queue';
import { SqsMessage } from './SqsMessage';
import { queueAt, queueUrl, sqsOperation, SqsState } from './sqsOperation';

/** How often a long poll looks again, in wall time: the simulated clock may stand still. */
const POLL_MS = 100;

const input = z.object({
  QueueUrl: queueUrl,
  MaxNumberOfMessages: z.number().int().min(1).max(10).default(1),
  VisibilityTimeout: z.number().int().min(0).max(43_200).optional(),
  WaitTimeSeconds: z.number().int().min(0).max(20).optional(),
  AttributeNames: z.array(z.string()).default([]),
  MessageSystemAttributeNames: z.array(z.string()).default([]),
  MessageAttributeNames: z.array(z.string()).default([]),
});
type ReceiveInput = z.output<typeof input>;

function systemAttributes(message: SqsMessage, queue: Queue) {
  const attributes: Record<string, string | undefined> = {
    SenderId: message.senderId,
    SentTimestamp: String(message.sentAt),
    ApproximateReceiveCount: String(message.receiveCount),
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
    AWSTraceHeader: message.traceHeader,
    DeadLetterQueueSourceArn: message.deadLetterSource,
    MessageGroupId: message.groupId,
    MessageDeduplicationId: message.deduplicationId,
    SequenceNumber: queue.fifo
      ? String(message.sequence).padStart(20, '0')
      : undefined,
  };
  return attributes;
}

const picks = (names: readonly string[], name: string) =>
  names.some(
    wanted =>
      wanted === 'All' ||
      wanted === '.*' ||
      wanted === name ||
      (wanted.endsWith('.*') && name.startsWith(wanted.slice(0, -2))),
  );

function pick<T>(
  from: Readonly<Record<string, T | undefined>>,
  names: readonly string[],
): Record<string, T> | undefined {
  const chosen = Object.entries(from).filter(
    (entry): entry is [string, T] =>
      entry[1] !== undefined && picks(names, entry[0]),
  );
  return chosen.length > 0 ? Object.fromEntries(chosen) : undefined;
}

function toWire(message: SqsMessage, queue: Queue, wanted: ReceiveInput) {
  const names = [
    ...wanted.AttributeNames,
    ...wanted.MessageSystemAttributeNames,
  ];
  const attributes = pick(message.attributes, wanted.MessageAttributeNames);
  return {
    MessageId: message.id,
    ReceiptHandle: message.receipt,
    Body: message.body,
    MD5OfBody: md5(message.body),
    Attributes: pick(systemAttributes(message, queue), names),
    MessageAttributes: attributes,
    MD5OfMessageAttributes: attributes && attributesMd5(attributes),
  };
}

async function receive(state: SqsState, wanted: ReceiveInput, call: AwsCall) {
  const queue = queueAt(state, wanted.QueueUrl, call);
  const wait =
    wanted.WaitTimeSeconds ?? queue.seconds('ReceiveMessageWaitTimeSeconds');
  const deadline = Date.now() + wait * 1000;
  while (
    state.flow.counts(queue).visible === 0 &&
    Date.now() < deadline &&
    !call.signal.aborted
  ) {
    await delay(POLL_MS);
  }
  if (call.signal.aborted) {
    return {};
  }
  const messages = state.flow.receive(
    queue,
    wanted.MaxNumberOfMessages,
    wanted.VisibilityTimeout,
  );
  return messages.length === 0
    ? {}
    : { Messages: messages.map(message => toWire(message, queue, wanted)) };
}

/** ReceiveMessage, with long polls of up to 20 s. */
export const receiveOperations = (
  state: SqsState,
): Record<string, AwsOperation> => ({
  ReceiveMessage: sqsOperation(input, (wanted, call) =>
    receive(state, wanted, call),
  ),
});
