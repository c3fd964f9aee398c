import { randomUUID } from 'node:crypto';
import { ConflictError } from '@backstage/errors';
import { UpstreamError } from '@slipway/platform-node';
import { RedriveCommand } from '@slipway/plugin-queues-common';
import { SqsRedriveClient } from '../clients/SqsRedriveClient';
import { ACTIVE, RedriveRecord, RedriveStore } from '../store/RedriveStore';
import { ownersOf } from './ownersOf';
import { DeadLetterFacts } from './PreviewReader';
import { RedriveEvents } from './RedriveEvents';
import { RedriveFollower } from './RedriveFollower';
import { outside } from './RedriveLister';
import { Acting } from '../acts/Acting';
import { nameOf } from './redriveText';
import { SelectedMover } from './SelectedMover';

/** What {@link RedriveStarter} works with. */
export interface StarterDeps {
  readonly client: SqsRedriveClient;
  readonly events: RedriveEvents;
  readonly follower: RedriveFollower;
  readonly mover: SelectedMover;
  readonly store: RedriveStore;
}

/**
 * Starts redrives, one of a queue at a time. The row is written before SQS is asked: whatever happens in between, the
 * follower finds out whether there is a task.
 */
export class RedriveStarter {
  readonly #deps: StarterDeps;

  constructor(deps: StarterDeps) {
    this.#deps = deps;
  }

  /** @throws ConflictError, UpstreamError */
  async start(
    acting: Acting,
    facts: DeadLetterFacts,
    command: RedriveCommand & { velocity: number },
  ): Promise<RedriveRecord> {
    const { events, mover, store } = this.#deps;
    const { key } = acting.queue;
    const previousTaskAt = await this.#previousTask(acting);
    const record = newRecord(acting, facts, command, previousTaskAt);
    const other = await store.insert(record);
    if (other) throw runningError(other);
    if (command.messageIds) {
      await events.started(record);
      // Goes on after the answer; what becomes of it is in the record.
      void mover.move(record, key, command.messageIds);
      return record;
    }
    const started = await this.#startTask(record, acting, command.velocity);
    await events.started(started);
    return started;
  }

  /** Refuses when something runs; else answers when the latest task of SQS started. */
  async #previousTask({ queue }: Acting): Promise<number> {
    const { client, store } = this.#deps;
    const records = await store.list(queue.key.arn, 20);
    const active = records.find(({ status }) => ACTIVE.includes(status));
    if (active) throw runningError(active);
    const tasks = await client.list(queue.key);
    const running = outside(tasks, records).find(({ status }) =>
      ['RUNNING', 'CANCELLING'].includes(status),
    );
    if (running) {
      throw new ConflictError(
        `A redrive of ${
          queue.key.name
        } that was started outside of Slipway at ${new Date(
          running.startedAt,
        ).toISOString()} is still running; wait for it, or cancel it`,
      );
    }
    return Math.max(0, ...tasks.map(({ startedAt }) => startedAt));
  }

  async #startTask(
    record: RedriveRecord,
    { queue }: Acting,
    velocity: number,
  ): Promise<RedriveRecord> {
    const { client, follower, store } = this.#deps;
    try {
      const answer = await client.start(queue.key, velocity);
      if (answer.outcome === 'started') {
        const change = {
          status: 'running',
          taskHandle: answer.handle,
        } as const;
        return (await store.update(record.id, ['starting'], change)) ?? record;
      }
      // An earlier attempt of the same call may have started what runs now.
      if (answer.reason === 'running' && answer.attempts > 1) {
        return await follower.follow(record);
      }
      throw new ConflictError(
        answer.reason === 'running'
          ? `Somebody started a redrive of ${record.queue} outside of Slipway at the same moment`
          : `No SQS queue sends its dead letters to ${record.queue}, so SQS does not know where to move them`,
      );
    } catch (error) {
      if (error instanceof UpstreamError && error.state === 'unreachable') {
        // Nobody knows whether SQS got it: the follower finds out.
        return follower.follow(record);
      }
      await this.#giveUp(record, error);
      throw error;
    }
  }

  async #giveUp(record: RedriveRecord, error: unknown): Promise<void> {
    const known =
      error instanceof UpstreamError || error instanceof ConflictError;
    await this.#deps.store.update(record.id, ['starting'], {
      status: 'failed',
      failure: known ? error.message : 'An error of Slipway itself',
      finishedAt: Date.now(),
    });
  }
}

function newRecord(
  acting: Acting,
  { attributes, sources }: DeadLetterFacts,
  { velocity, messageIds }: RedriveCommand & { velocity: number },
  previousTaskAt: number,
): RedriveRecord {
  const { queue, entityRef, userRef } = acting;
  const now = Date.now();
  return {
    id: randomUUID(),
    queueArn: queue.key.arn,
    kind: messageIds ? 'selected' : 'all',
    environment: queue.key.environment.name,
    queue: queue.key.name,
    entityRef,
    owners: ownersOf(queue),
    targets: sources.map(({ name }) => name),
    velocity: messageIds ? undefined : velocity,
    status: messageIds ? 'running' : 'starting',
    toMove: messageIds ? new Set(messageIds).size : attributes.visible,
    moved: 0,
    startedBy: userRef,
    startedAt: now,
    previousTaskAt,
    beatAt: now,
  };
}

function runningError(record: RedriveRecord): ConflictError {
  const { queue, startedBy, startedAt } = record;
  return new ConflictError(
    `${nameOf(
      startedBy,
    )} (${startedBy}) started a redrive of ${queue} at ${new Date(
      startedAt,
    ).toISOString()}, which is not over; wait for it, or cancel it`,
  );
}
