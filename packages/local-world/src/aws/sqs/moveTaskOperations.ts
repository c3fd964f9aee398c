import { z } from 'zod';
import { AwsError } from '../server/AwsError';
import { AwsCall, AwsOperation } from '../server/AwsService';
import { MoveTask } from './MoveTasks';
import { Queue } from './Queue';
import { sqsOperation, SqsState } from './sqsOperation';

function queueByArn(state: SqsState, arn: string, call: AwsCall): Queue {
  const queue = state.queues.byArn(arn);
  if (!queue || queue.identity.account !== call.account) {
    throw new AwsError(
      'ResourceNotFoundException',
      'The resource that you specified for the SourceArn parameter doesn’t exist.',
      { status: 404, queryCode: 'ResourceNotFoundException' },
    );
  }
  return queue;
}

/** @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-dead-letter-queue-redrive.html */
function checkKinds(source: Queue, destination: Queue): void {
  if (source.fifo !== destination.fifo) {
    throw new AwsError(
      'InvalidParameterValue',
      'Source queue and destination queue must be of the same type.',
    );
  }
}

const startMessageMoveTask = (state: SqsState) =>
  sqsOperation(
    z.object({
      SourceArn: z.string(),
      DestinationArn: z.string().optional(),
      MaxNumberOfMessagesPerSecond: z.number().int().min(1).max(500).optional(),
    }),
    (input, call) => {
      const source = queueByArn(state, input.SourceArn, call);
      if (state.queues.sourcesOf(source).length === 0) {
        throw new AwsError(
          'InvalidParameterValue',
          'Source queue must be configured as a Dead Letter Queue.',
        );
      }
      if (input.DestinationArn !== undefined) {
        const destination = queueByArn(state, input.DestinationArn, call);
        checkKinds(source, destination);
      }
      const task = state.moves.start(
        source,
        input.DestinationArn,
        input.MaxNumberOfMessagesPerSecond,
      );
      return { TaskHandle: task.handle };
    },
  );

const toWire = (task: MoveTask) => ({
  // SQS gives the handle only while the task can still be cancelled.
  TaskHandle: task.status === 'RUNNING' ? task.handle : undefined,
  Status: task.status,
  SourceArn: task.sourceArn,
  DestinationArn: task.destinationArn,
  MaxNumberOfMessagesPerSecond: task.velocity,
  ApproximateNumberOfMessagesMoved: task.moved,
  ApproximateNumberOfMessagesToMove: task.toMove,
  FailureReason: task.failure,
  StartedTimestamp: task.startedAt,
});

/** Redrives of dead-letter queues. */
export const moveTaskOperations = (
  state: SqsState,
): Record<string, AwsOperation> => ({
  StartMessageMoveTask: startMessageMoveTask(state),
  ListMessageMoveTasks: sqsOperation(
    z.object({
      SourceArn: z.string(),
      MaxResults: z.number().int().min(1).max(10).default(1),
    }),
    (input, call) => {
      const source = queueByArn(state, input.SourceArn, call);
      const tasks = state.moves.of(source.arn).slice(0, input.MaxResults);
      return { Results: tasks.map(toWire) };
    },
  ),
  CancelMessageMoveTask: sqsOperation(
    z.object({ TaskHandle: z.string() }),
    input => ({
      ApproximateNumberOfMessagesMoved: state.moves.cancel(input.TaskHandle)
        .moved,
    }),
  ),
});
