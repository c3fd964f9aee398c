import { parseArn } from '@slipway/platform-common';
import { Redrive, RedriveStatus } from '@slipway/plugin-queues-common';
import { MoveTask } from '../clients/MoveTask';
import { QueueKey } from '../clients/QueueKey';
import { RedriveRecord } from '../store/RedriveStore';
import { describeFailure } from './describeFailure';

const iso = (ms: number) => new Date(ms).toISOString();

/** A redrive of Slipway's as people see it. */
export function toRedrive(record: RedriveRecord): Redrive {
  const { cancelledBy, failure, finishedAt, toMove, velocity } = record;
  return {
    id: record.id,
    kind: record.kind,
    environment: record.environment,
    queue: record.queue,
    targets: [...record.targets],
    ...(velocity !== undefined && { velocity }),
    status: record.status,
    ...(toMove !== undefined && { toMove }),
    moved: record.moved,
    startedBy: record.startedBy,
    startedAt: iso(record.startedAt),
    ...(cancelledBy && { cancelledBy }),
    ...(finishedAt !== undefined && { finishedAt: iso(finishedAt) }),
    ...(failure && { failure }),
  };
}

const STATUSES: Record<MoveTask['status'], RedriveStatus> = {
  RUNNING: 'running',
  COMPLETED: 'completed',
  CANCELLING: 'cancelling',
  CANCELLED: 'cancelled',
  FAILED: 'failed',
};

/** Status of a task in our words. */
export function statusOf(task: MoveTask): RedriveStatus {
  return STATUSES[task.status];
}

const OUTSIDE = /^sqs-(\d{1,16})$/;

/** A task that somebody started outside of Slipway. Its id holds its start, by which SQS tells its tasks apart. */
export function toOutsideRedrive(
  task: MoveTask,
  queue: QueueKey,
  sources: readonly string[],
): Redrive {
  const { destinationArn, toMove, velocity } = task;
  return {
    id: `sqs-${task.startedAt}`,
    kind: 'all',
    environment: queue.environment.name,
    queue: queue.name,
    targets: destinationArn
      ? [parseArn(destinationArn).resource]
      : [...sources],
    ...(velocity !== undefined && { velocity }),
    status: statusOf(task),
    ...(toMove !== undefined && { toMove }),
    moved: task.moved,
    startedAt: iso(task.startedAt),
    ...(task.status === 'FAILED' && { failure: describeFailure(task.failure) }),
  };
}

/** Start of the task that an id of {@link toOutsideRedrive} stands for. */
export function outsideStartOf(id: string): number | undefined {
  const start = OUTSIDE.exec(id)?.[1];
  return start === undefined ? undefined : Number(start);
}
