import { ConflictError, NotFoundError } from '@backstage/errors';
import { Redrive } from '@slipway/plugin-queues-common';
import { SqsRedriveClient } from '../clients/SqsRedriveClient';
import { ACTIVE, RedriveRecord, RedriveStore } from '../store/RedriveStore';
import { RedriveEvents } from './RedriveEvents';
import { RedriveFollower } from './RedriveFollower';
import { Acting } from '../acts/Acting';
import { countOf } from './redriveText';
import { outsideStartOf, toOutsideRedrive, toRedrive } from './toRedrive';

/** What {@link RedriveCanceller} works with. */
export interface CancellerDeps {
  readonly client: SqsRedriveClient;
  readonly events: RedriveEvents;
  readonly follower: RedriveFollower;
  readonly store: RedriveStore;
}

/** Stops redrives. One that is over by the time is told as such: nothing was undone. */
export class RedriveCanceller {
  readonly #deps: CancellerDeps;

  constructor(deps: CancellerDeps) {
    this.#deps = deps;
  }

  /** @throws NotFoundError, ConflictError, UpstreamError */
  async cancel(acting: Acting, id: string): Promise<Redrive> {
    const startedAt = outsideStartOf(id);
    if (startedAt !== undefined) return this.#cancelOutside(acting, startedAt);
    const record = await this.#deps.store.get(id);
    if (record?.queueArn !== acting.queue.key.arn) {
      throw new NotFoundError(
        `${acting.queue.key.name} has no redrive '${id}'`,
      );
    }
    if (!ACTIVE.includes(record.status)) throw overError(record);
    if (record.status === 'cancelling') return toRedrive(record);
    if (record.kind === 'all') await this.#cancelTask(acting, record);
    const cancelled = await this.#deps.store.update(
      id,
      ['starting', 'running'],
      { status: 'cancelling', cancelledBy: acting.userRef },
    );
    if (!cancelled) return this.#lateAnswer(record);
    await this.#deps.events.changed(cancelled);
    return toRedrive(cancelled);
  }

  async #cancelTask(acting: Acting, record: RedriveRecord): Promise<void> {
    const { client, follower } = this.#deps;
    const { taskHandle } = record.taskHandle
      ? record
      : await follower.follow(record);
    if (!taskHandle) {
      throw new ConflictError(
        `The redrive of ${record.queue} is only just starting; try again in a few seconds`,
      );
    }
    const outcome = await client.cancel(acting.queue.key, taskHandle);
    if (outcome === 'not-running') {
      const now = await follower.follow(record);
      throw overError(now);
    }
  }

  /** The follower saw the end first: as cancelled, which is what was asked for, or as done. */
  async #lateAnswer(record: RedriveRecord): Promise<Redrive> {
    const now = (await this.#deps.store.get(record.id)) ?? record;
    if (now.status === 'cancelled' || now.status === 'cancelling') {
      return toRedrive(now);
    }
    throw overError(now);
  }

  async #cancelOutside({ queue, userRef }: Acting, startedAt: number) {
    const { client } = this.#deps;
    const task = (await client.list(queue.key)).find(
      candidate => candidate.startedAt === startedAt,
    );
    if (!task) {
      throw new NotFoundError(
        `SQS knows no redrive of ${queue.key.name} with this id`,
      );
    }
    const outcome = task.handle
      ? await client.cancel(queue.key, task.handle)
      : 'not-running';
    const { name } = queue.key;
    if (outcome === 'not-running') {
      throw new ConflictError(`The redrive of ${name} is over already`);
    }
    const redrive = toOutsideRedrive(task, queue.key, []);
    return { ...redrive, status: 'cancelling' as const, cancelledBy: userRef };
  }
}

function overError(record: RedriveRecord): ConflictError {
  const { queue, status, moved, finishedAt } = record;
  const at = finishedAt ? ` at ${new Date(finishedAt).toISOString()}` : '';
  return new ConflictError(
    ACTIVE.includes(status)
      ? `The redrive of ${queue} is over, SQS says; how it ended is not known yet`
      : `The redrive of ${queue} is over: ${status}${at}, ${countOf(
          moved,
          'message',
        )} moved`,
  );
}
