import { LoggerService } from '@backstage/backend-plugin-api';
import { parseArn } from '@slipway/platform-common';
import { Environments, UpstreamError } from '@slipway/platform-node';
import { RedriveStatus } from '@slipway/plugin-queues-common';
import { MoveTask } from '../clients/MoveTask';
import { QueueKey } from '../clients/QueueKey';
import { SqsRedriveClient } from '../clients/SqsRedriveClient';
import {
  ACTIVE,
  RedriveChange,
  RedriveRecord,
  RedriveStore,
} from '../store/RedriveStore';
import { describeFailure } from './describeFailure';
import { matchTask } from './matchTask';
import { RedriveEvents } from './RedriveEvents';
import { statusOf } from './toRedrive';

/** Between two looks at a task, over all replicas. */
const PACE_MS = 2_500;
/** A redrive whose task SQS does not list after this time never started. */
const START_GRACE_MS = 60_000;
/** Selected messages are moved by one process, which says every few seconds that it lives. */
const LOST_AFTER_MS = 60_000;

const NOT_CANCELLED: readonly RedriveStatus[] = ['starting', 'running'];

/** What {@link RedriveFollower} works with. */
export interface FollowerDeps {
  readonly client: SqsRedriveClient;
  readonly environments: Environments;
  readonly events: RedriveEvents;
  readonly logger: LoggerService;
  readonly store: RedriveStore;
}

/**
 * Follows redrives until they are over. Each replica runs one; for each redrive the one that claims it looks. All it
 * needs is in the database and at SQS, so that a redrive is found again after the portal was killed.
 */
export class RedriveFollower {
  readonly #deps: FollowerDeps;

  constructor(deps: FollowerDeps) {
    this.#deps = deps;
  }

  /** Looks once at all redrives that nobody looked at lately. */
  async followAll(): Promise<void> {
    for (const record of await this.#deps.store.active()) {
      const pace = record.kind === 'all' ? PACE_MS : LOST_AFTER_MS;
      const claimed = await this.#deps.store.claim(
        record.id,
        Date.now() - pace,
      );
      if (claimed) await this.follow(record);
    }
  }

  /** Looks at one redrive now. @returns it as it is after that. */
  async follow(record: RedriveRecord): Promise<RedriveRecord> {
    if (record.kind === 'selected') return this.#lost(record);
    const change = await this.#look(record);
    return change ? this.#apply(record, change) : record;
  }

  async #look(record: RedriveRecord): Promise<RedriveChange | undefined> {
    const { client, environments, logger } = this.#deps;
    const environment = environments
      .list()
      .find(({ name }) => name === record.environment);
    if (!environment) {
      return failed('Its environment is not configured any more');
    }
    try {
      const tasks = await client.list(keyOf(record, environment));
      return changeOf(record, matchTask(record, tasks));
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      if (error.state === 'not_found') {
        return failed('The dead-letter queue does not exist any more');
      }
      logger.warn(
        `Progress of redrive ${record.id} could not be read: ${error.message}`,
      );
      return undefined;
    }
  }

  /** The process that moved selected messages is gone. None is lost: one is deleted only after it was sent. */
  async #lost(record: RedriveRecord): Promise<RedriveRecord> {
    return this.#apply(record, {
      status: 'interrupted',
      finishedAt: Date.now(),
      failure: `The portal stopped after ${record.moved} of ${record.toMove} messages; the others are still in the dead-letter queue, and the one in hand may be in both`,
    });
  }

  async #apply(
    record: RedriveRecord,
    change: RedriveChange,
  ): Promise<RedriveRecord> {
    const { events, store } = this.#deps;
    // Somebody may have cancelled it since it was read: that stays.
    const from = change.status === 'running' ? NOT_CANCELLED : ACTIVE;
    const updated =
      (await store.update(record.id, from, change)) ??
      (await store.update(record.id, ['cancelling'], {
        ...change,
        status: undefined,
      }));
    if (!updated) return (await store.get(record.id)) ?? record;
    if (!ACTIVE.includes(updated.status)) {
      await events.finished(updated);
    } else if (
      updated.moved !== record.moved ||
      updated.status !== record.status
    ) {
      await events.changed(updated);
    }
    return updated;
  }
}

/** The queue of a record, of which only the environment has to be looked up. */
function keyOf(
  { queueArn }: RedriveRecord,
  environment: QueueKey['environment'],
): QueueKey {
  return { arn: queueArn, name: parseArn(queueArn).resource, environment };
}

function failed(failure: string): RedriveChange {
  return { status: 'failed', failure, finishedAt: Date.now() };
}

/** What a task says about its redrive. */
function changeOf(
  record: RedriveRecord,
  task: MoveTask | undefined,
): RedriveChange | undefined {
  if (!task) {
    return Date.now() - record.startedAt > START_GRACE_MS
      ? failed(
          record.status === 'starting'
            ? 'SQS did not start it'
            : 'SQS does not know its task any more',
        )
      : undefined;
  }
  const status = statusOf(task);
  const over = !ACTIVE.includes(status);
  return {
    status,
    moved: task.moved,
    toMove: task.toMove,
    taskHandle: task.handle,
    taskStartedAt: task.startedAt,
    ...(over && { finishedAt: Date.now() }),
    ...(status === 'failed' && { failure: describeFailure(task.failure) }),
  };
}
