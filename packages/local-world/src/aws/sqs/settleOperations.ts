import { z } from 'zod';
import { AwsOperation } from '../server/AwsService';
import { runBatch } from './runBatch';
import { queueAt, queueUrl, sqsOperation, SqsState } from './sqsOperation';

const receipt = z.object({ ReceiptHandle: z.string().min(1) });
const visibility = receipt.extend({
  VisibilityTimeout: z.number().int().min(0).max(43_200),
});
const id = { Id: z.string().min(1).max(80) };
const at = { QueueUrl: queueUrl };

/** Operations by which a consumer says what became of messages it took. */
export const settleOperations = (
  state: SqsState,
): Record<string, AwsOperation> => ({
  DeleteMessage: sqsOperation(receipt.extend(at), (input, call) => {
    state.flow.delete(
      queueAt(state, input.QueueUrl, call),
      input.ReceiptHandle,
    );
  }),
  DeleteMessageBatch: sqsOperation(
    z.object({ ...at, Entries: z.array(receipt.extend(id)) }),
    (input, call) => {
      const queue = queueAt(state, input.QueueUrl, call);
      return runBatch(input.Entries, entry =>
        state.flow.delete(queue, entry.ReceiptHandle),
      );
    },
  ),
  ChangeMessageVisibility: sqsOperation(visibility.extend(at), (input, call) =>
    state.flow.changeVisibility(
      queueAt(state, input.QueueUrl, call),
      input.ReceiptHandle,
      input.VisibilityTimeout,
    ),
  ),
  ChangeMessageVisibilityBatch: sqsOperation(
    z.object({ ...at, Entries: z.array(visibility.extend(id)) }),
    (input, call) => {
      const queue = queueAt(state, input.QueueUrl, call);
      return runBatch(input.Entries, entry =>
        state.flow.changeVisibility(
          queue,
          entry.ReceiptHandle,
          entry.VisibilityTimeout,
        ),
      );
    },
  ),
});
