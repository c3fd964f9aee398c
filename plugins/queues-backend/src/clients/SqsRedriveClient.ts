import {
  CancelMessageMoveTaskCommand,
  ListMessageMoveTasksCommand,
  ListMessageMoveTasksResultEntry,
  ListQueueTagsCommand,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import { AwsClients } from '@slipway/platform-node';
import { z } from 'zod';
import { callSqs } from './callSqs';
import { MoveTask, MoveTaskStart } from './MoveTask';
import { QueueKey } from './QueueKey';
import { queueUrl } from './queueUrl';

/** What SQS lists at most; it keeps no more. */
const MAX_TASKS = 10;

const statusSchema = z.enum([
  'RUNNING',
  'COMPLETED',
  'CANCELLING',
  'CANCELLED',
  'FAILED',
]);

/** SQS's own tasks that move dead letters back, and what surrounds them. */
export class SqsRedriveClient {
  readonly #awsClients: AwsClients;

  constructor(awsClients: AwsClients) {
    this.#awsClients = awsClients;
  }

  /**
   * Starts to move all messages of a dead-letter queue to where each came from. SQS calls the dead-letter queue the
   * source: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html
   * @throws UpstreamError; with `unreachable` it is not known whether the task started.
   */
  async start(queue: QueueKey, velocity: number): Promise<MoveTaskStart> {
    return callSqs<MoveTaskStart>(
      this.#awsClients,
      queue,
      'StartMessageMoveTask',
      async (client, call) => {
        const { TaskHandle } = await client.send(
          new StartMessageMoveTaskCommand({
            SourceArn: queue.arn,
            MaxNumberOfMessagesPerSecond: velocity,
          }),
          call,
        );
        return { outcome: 'started', handle: TaskHandle };
      },
      ({ name, message, attempts }) => {
        if (name === 'UnsupportedOperation') {
          return { outcome: 'refused', reason: 'running', attempts };
        }
        return name === 'InvalidParameterValue' && /dead.letter/i.test(message)
          ? { outcome: 'refused', reason: 'no-dead-letter-queue', attempts }
          : undefined;
      },
    );
  }

  /** Tasks of a dead-letter queue, the latest first. @throws UpstreamError */
  async list(queue: QueueKey): Promise<MoveTask[]> {
    const { Results = [] } = await callSqs(
      this.#awsClients,
      queue,
      'ListMessageMoveTasks',
      (client, call) =>
        client.send(
          new ListMessageMoveTasksCommand({
            SourceArn: queue.arn,
            MaxResults: MAX_TASKS,
          }),
          call,
        ),
    );
    return Results.map(toMoveTask).sort((a, b) => b.startedAt - a.startedAt);
  }

  /**
   * Stops a task. What it moved stays moved.
   * @throws UpstreamError
   */
  async cancel(
    queue: QueueKey,
    handle: string,
  ): Promise<'cancelling' | 'not-running'> {
    return callSqs<'cancelling' | 'not-running'>(
      this.#awsClients,
      queue,
      'CancelMessageMoveTask',
      async (client, call) => {
        await client.send(
          new CancelMessageMoveTaskCommand({ TaskHandle: handle }),
          call,
        );
        return 'cancelling';
      },
      ({ name }) =>
        /^(UnsupportedOperation|ResourceNotFoundException)$/.test(name)
          ? 'not-running'
          : undefined,
    );
  }

  /** @throws UpstreamError */
  async tags(queue: QueueKey): Promise<Readonly<Record<string, string>>> {
    const { Tags = {} } = await callSqs(
      this.#awsClients,
      queue,
      'ListQueueTags',
      (client, call) =>
        client.send(
          new ListQueueTagsCommand({ QueueUrl: queueUrl(queue.arn) }),
          call,
        ),
    );
    return Tags;
  }
}

function toMoveTask(entry: ListMessageMoveTasksResultEntry): MoveTask {
  return {
    handle: entry.TaskHandle,
    status: statusSchema.catch('FAILED').parse(entry.Status),
    destinationArn: entry.DestinationArn,
    velocity: entry.MaxNumberOfMessagesPerSecond,
    moved: entry.ApproximateNumberOfMessagesMoved ?? 0,
    toMove: entry.ApproximateNumberOfMessagesToMove,
    failure: entry.FailureReason,
    startedAt: entry.StartedTimestamp ?? 0,
  };
}
