import { MoveTask } from '../clients/MoveTask';
import { RedriveRecord } from '../store/RedriveStore';

type Known = Pick<
  RedriveRecord,
  'taskStartedAt' | 'previousTaskAt' | 'velocity'
>;

/**
 * The task of SQS that a redrive started. Times of SQS are compared with each other only, so that no clock of ours has
 * to be right: the task is the first one after those there were before, with the speed that was asked for.
 */
export function matchTask(
  record: Known,
  tasks: readonly MoveTask[],
): MoveTask | undefined {
  if (record.taskStartedAt !== undefined) {
    return tasks.find(({ startedAt }) => startedAt === record.taskStartedAt);
  }
  return tasks
    .filter(
      task =>
        task.startedAt > record.previousTaskAt &&
        task.velocity === record.velocity &&
        task.destinationArn === undefined,
    )
    .sort((a, b) => a.startedAt - b.startedAt)[0];
}
