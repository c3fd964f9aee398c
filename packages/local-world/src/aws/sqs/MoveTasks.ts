import { randomUUID } from 'node:crypto';
import { Millis, WorldClock } from '../../world/types';
import { AwsError } from '../server/AwsError';
import { Queue } from './Queue';
import { QueueStore } from './QueueStore';
import { SqsMessage } from './SqsMessage';

/** A redrive: moves messages of a dead-letter queue back, some each second. */
export interface MoveTask {
  readonly handle: string;
  readonly sourceArn: string;
  /** Absent: each message returns to the queue it came from. */
  readonly destinationArn?: string;
  /** Messages per second; absent: the service chooses. */
  readonly velocity?: number;
  readonly startedAt: Millis;
  /** Messages there when it started. */
  readonly toMove: number;
  moved: number;
  status: 'RUNNING' | 'COMPLETED' | 'CANCELLING' | 'CANCELLED' | 'FAILED';
  failure?: string;
}

const isActive = ({ status }: MoveTask) =>
  status === 'RUNNING' || status === 'CANCELLING';

/** Messages per second when the caller does not say; slow enough to watch. */
const DEFAULT_VELOCITY = 25;

/** Runs the redrives of all queues. */
export class MoveTasks {
  readonly #tasks: MoveTask[] = [];

  constructor(
    private readonly queues: QueueStore,
    private readonly clock: WorldClock,
  ) {
    clock.every(1_000, () => this.#step());
  }

  start(source: Queue, destinationArn?: string, velocity?: number): MoveTask {
    if (this.of(source.arn).some(isActive)) {
      throw new AwsError(
        'UnsupportedOperation',
        'There is already a task running. Only one active task is allowed for a source queue arn at a given time.',
        { queryCode: 'AWS.SimpleQueueService.UnsupportedOperation' },
      );
    }
    const handle = { taskId: randomUUID(), sourceArn: source.arn };
    const task: MoveTask = {
      handle: Buffer.from(JSON.stringify(handle)).toString('base64'),
      sourceArn: source.arn,
      destinationArn,
      velocity,
      startedAt: this.clock.now(),
      toMove: source.messages.readyCount,
      moved: 0,
      status: 'RUNNING',
    };
    this.#tasks.unshift(task);
    return task;
  }

  /** Tasks of a source, the latest first. */
  of(sourceArn: string): readonly MoveTask[] {
    return this.#tasks.filter(task => task.sourceArn === sourceArn);
  }

  cancel(handle: string): MoveTask {
    const task = this.#tasks.find(candidate => candidate.handle === handle);
    if (!task) {
      throw new AwsError('ResourceNotFoundException', 'Task does not exist.', {
        status: 404,
        queryCode: 'ResourceNotFoundException',
      });
    }
    if (task.status !== 'RUNNING') {
      throw new AwsError(
        'UnsupportedOperation',
        'Only active tasks can be cancelled.',
        { queryCode: 'AWS.SimpleQueueService.UnsupportedOperation' },
      );
    }
    task.status = 'CANCELLING';
    return task;
  }

  clear(): void {
    this.#tasks.length = 0;
  }

  #step(): void {
    this.#tasks.filter(isActive).forEach(task => this.#advance(task));
  }

  #advance(task: MoveTask): void {
    if (task.status === 'CANCELLING') {
      task.status = 'CANCELLED';
      return;
    }
    const source = this.queues.byArn(task.sourceArn);
    if (!source) {
      this.#fail(task, 'AWS.SimpleQueueService.NonExistentQueue');
      return;
    }
    const now = this.clock.now();
    source.messages.settle(now);
    // Messages that arrive during the task are left for the next one, so that it ends while a consumer keeps failing.
    const rest = Math.min(
      task.velocity ?? DEFAULT_VELOCITY,
      task.toMove - task.moved,
    );
    const batch = source.messages.take(rest);
    batch.forEach(message => this.#move(task, source, message, now));
    const empty = source.messages.readyCount === 0;
    if (task.status === 'RUNNING' && (task.moved >= task.toMove || empty)) {
      task.status = 'COMPLETED';
    }
  }

  #move(task: MoveTask, source: Queue, message: SqsMessage, now: Millis): void {
    const arn = task.destinationArn ?? message.deadLetterSource;
    const target = arn === undefined ? undefined : this.queues.byArn(arn);
    if (!target || task.status === 'FAILED') {
      source.accept(message, now);
      this.#fail(
        task,
        arn ? 'DestinationQueueDoesNotExist' : 'CouldNotDetermineMessageSource',
      );
      return;
    }
    // A redriven message is new: new id, new age, no receives.
    const { body, attributes, traceHeader, groupId, senderId } = message;
    // A fresh deduplication id: a redriven message must not be taken for the duplicate of its former self.
    const deduplicationId = target.fifo ? randomUUID() : undefined;
    const sent = { body, attributes, traceHeader, groupId, deduplicationId };
    target.send(sent, senderId, now);
    source.countDelete();
    task.moved += 1;
  }

  #fail(task: MoveTask, reason: string): void {
    task.status = 'FAILED';
    task.failure = reason;
  }
}
