import { FetchEngine, Source } from '@slipway/platform-node';
import { Redrive } from '@slipway/plugin-queues-common';
import { MoveTask } from '../clients/MoveTask';
import { QueueKey } from '../clients/QueueKey';
import { SqsRedriveClient } from '../clients/SqsRedriveClient';
import { sourceOf } from '../sources/sourceOf';
import { RedriveRecord, RedriveStore } from '../store/RedriveStore';
import { matchTask } from './matchTask';
import { toOutsideRedrive, toRedrive } from './toRedrive';

/** Redrives that are shown of one queue. */
const MAX_SHOWN = 50;

/** Tasks of SQS as all viewers share them. @internal */
export function createTaskSource(
  engine: FetchEngine,
  client: SqsRedriveClient,
): Source<QueueKey, readonly MoveTask[]> {
  return engine.createSource({
    ...sourceOf('sqs'),
    operation: 'ListMessageMoveTasks',
    ttl: { seconds: 5 },
    staleFor: { minutes: 1 },
    deadline: { seconds: 10 },
    keepFresh: false,
    load: async ([queue]) => new Map([[queue.arn, await client.list(queue)]]),
  });
}

/** Redrives of a queue: Slipway's own, and those that SQS knows besides. */
export class RedriveLister {
  readonly #store: RedriveStore;
  readonly #tasks: Source<QueueKey, readonly MoveTask[]>;

  constructor(
    store: RedriveStore,
    tasks: Source<QueueKey, readonly MoveTask[]>,
  ) {
    this.#store = store;
    this.#tasks = tasks;
  }

  /** The latest first. Where SQS does not answer, Slipway's own are all that is known. */
  async list(queue: QueueKey, targets: readonly string[]): Promise<Redrive[]> {
    const records = await this.#store.list(queue.arn, MAX_SHOWN);
    const { data: tasks = [] } = await this.#tasks.get(queue);
    return [
      ...records.map(toRedrive),
      ...outside(tasks, records).map(task =>
        toOutsideRedrive(task, queue, targets),
      ),
    ].sort((a, b) => Date.parse(b.startedAt) - Date.parse(a.startedAt));
  }

  /** Lets the next look see what was just started or cancelled. */
  forget(queue: QueueKey): void {
    this.#tasks.invalidate(queue);
  }
}

/** The tasks that no redrive of Slipway's started. */
export function outside(
  tasks: readonly MoveTask[],
  records: readonly RedriveRecord[],
): MoveTask[] {
  const ours = new Set(
    records
      .filter(({ kind }) => kind === 'all')
      .map(record => matchTask(record, tasks)?.startedAt),
  );
  return tasks.filter(({ startedAt }) => !ours.has(startedAt));
}
