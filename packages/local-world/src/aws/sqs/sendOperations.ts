import { z } from 'zod';
import { AwsCall, AwsOperation } from '../server/AwsService';
import { attributesMd5, md5 } from './messageDigest';
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
    SequenceNumber: queue.fifo
      ? String(message.sequence).padStart(20, '0')
      : undefined,
  };
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
      return runBatch(input.Entries, entry => send(state, queue, entry, call));
    },
  ),
});
