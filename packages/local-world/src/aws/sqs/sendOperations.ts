import { z } from 'zod';
import { AwsError } from '../server/AwsError';
import { AwsCall, AwsOperation } from '../server/AwsService';
import { sizeOf } from './checkMessage';
import { attributesMd5, md5, systemAttributesMd5 } from './messageDigest';
import { messageInput, outgoing } from './messageInput';
import { Queue } from './Queue';
import { runBatch } from './runBatch';
import { queueAt, queueUrl, sqsOperation, SqsState } from './sqsOperation';

function send(
  state: SqsState,
  queue: Queue,
  input: z.output<typeof messageInput>,
  call: AwsCall,
) {
  const message = state.flow.send(queue, outgoing(input, queue), call.caller);
  return {
    MessageId: message.id,
    MD5OfMessageBody: md5(message.body),
    MD5OfMessageAttributes: attributesMd5(message.attributes),
    MD5OfMessageSystemAttributes: systemAttributesMd5(message.traceHeader),
    SequenceNumber: queue.fifo
      ? String(message.sequence).padStart(20, '0')
      : undefined,
  };
}

/** Bytes that all messages of a batch have together at most. */
const BATCH_BYTES = 1_048_576;

function checkBatchSize(entries: ReadonlyArray<z.output<typeof messageInput>>) {
  const bytes = entries.reduce(
    (sum, { MessageBody, MessageAttributes }) =>
      sum + sizeOf({ body: MessageBody, attributes: MessageAttributes }),
    0,
  );
  if (bytes > BATCH_BYTES) {
    throw new AwsError(
      'BatchRequestTooLong',
      `Batch requests cannot be longer than ${BATCH_BYTES} bytes. You have sent ${bytes} bytes.`,
      { queryCode: 'AWS.SimpleQueueService.BatchRequestTooLong' },
    );
  }
}

/** Operations that put messages into queues. */
export const sendOperations = (
  state: SqsState,
): Record<string, AwsOperation> => ({
  SendMessage: sqsOperation(
    messageInput.extend({ QueueUrl: queueUrl }),
    (input, call) =>
      send(state, queueAt(state, input.QueueUrl, call), input, call),
  ),
  SendMessageBatch: sqsOperation(
    z.object({
      QueueUrl: queueUrl,
      Entries: z.array(messageInput.extend({ Id: z.string().min(1).max(80) })),
    }),
    (input, call) => {
      const queue = queueAt(state, input.QueueUrl, call);
      checkBatchSize(input.Entries);
      return runBatch(input.Entries, entry => send(state, queue, entry, call));
    },
  ),
});
