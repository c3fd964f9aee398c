import { CatalogQueues } from './CatalogQueues';
import { decide, needsAge } from './decide';
import { findDeadLetterQueues } from './findDeadLetterQueues';
import { NoticeSender } from './NoticeSender';
import { QueueReader } from './QueueReader';
import { WatchConfig } from './readWatchConfig';
import { Notice, Sighting, WatchedQueue, WatchRecord } from './types';
import { QueuedNotice, StoredRecord, WatchStore } from './WatchStore';

const DAY_MS = 24 * 60 * 60_000;
/** A catalog that is filled anew, or an account that is closed for a while, makes nothing news again. */
const REMEMBERED_MS = 30 * DAY_MS;

/** @internal */
export interface DeadLetterWatchDeps {
  readonly config: Pick<WatchConfig, 'expiresWithinMs' | 'quietHours'>;
  readonly queues: Pick<CatalogQueues, 'list'>;
  readonly reader: QueueReader;
  readonly store: WatchStore;
  readonly sender: Pick<NoticeSender, 'sendDue'>;
  /** Milliseconds since the epoch. */
  now?(): number;
}

/** Looks at all dead-letter queues of the catalog and tells their owners when one fills or is about to lose messages. */
export class DeadLetterWatch {
  readonly #deps: DeadLetterWatchDeps;
  readonly #now: () => number;

  constructor(deps: DeadLetterWatchDeps) {
    this.#deps = deps;
    this.#now = () => deps.now?.() ?? Date.now();
  }

  async run(signal: AbortSignal): Promise<void> {
    const { queues, reader, store, sender } = this.#deps;
    const listed = await queues.list();
    const wirings = await reader.wirings(listed, { now: this.#now(), signal });
    const watched = findDeadLetterQueues(listed, wirings);
    const records = await store.records();
    const sightings = await this.#look(watched, records, signal);
    const same: string[] = [];
    for (const queue of watched) {
      const sighting = sightings.get(queue.arn);
      if (sighting && !(await this.#judge(queue, records, sighting))) {
        same.push(queue.arn);
      }
    }
    const now = this.#now();
    const seenAt = (arn: string) => records.get(arn)?.seenAt ?? now;
    await store.touch(
      same.filter(arn => now - seenAt(arn) > DAY_MS),
      now,
    );
    await store.forgetUnseen(now - REMEMBERED_MS);
    await sender.sendDue(now);
  }

  /** What could be read, by ARN. What could not is left out: it is not empty, it is unknown. */
  async #look(
    watched: readonly WatchedQueue[],
    records: ReadonlyMap<string, StoredRecord>,
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, Sighting>> {
    const { reader, config } = this.#deps;
    const found = await reader.attributes(watched, signal);
    const at = this.#now();
    const counted = found.map(({ queue, data }) => ({
      queue,
      data,
      count: data.visible + data.inFlight + data.delayed,
    }));
    const expiries = await reader.expiries(
      counted.filter(
        ({ queue, count }) =>
          count > 0 && needsAge(records.get(queue.arn), at, config),
      ),
      at,
    );
    return new Map(
      counted.map(({ queue, count }) => [
        queue.arn,
        { at, count, expiry: expiries.get(queue.arn) },
      ]),
    );
  }

  /** @returns whether there was anything to keep. */
  async #judge(
    queue: WatchedQueue,
    records: ReadonlyMap<string, StoredRecord>,
    sighting: Sighting,
  ): Promise<boolean> {
    const previous = records.get(queue.arn);
    const { record, notices } = decide(previous, sighting, this.#deps.config);
    if (previous && notices.length === 0 && isSame(previous, record)) {
      return false;
    }
    await this.#deps.store.save({
      arn: queue.arn,
      previous,
      record,
      notices: notices.map(notice => this.#toQueued(queue, notice)),
      now: sighting.at,
    });
    return true;
  }

  /** Quiet hours hold back what can wait; messages that are lost before morning cannot. */
  #toQueued(
    { arn, name, environment, entityRef, owner, sources }: WatchedQueue,
    notice: Notice,
  ): QueuedNotice & { dueAt: number } {
    const isUrgent = notice.reason === 'imminent';
    const quietUntil = this.#deps.config.quietHours?.endOf(notice.at);
    return {
      notice,
      queue: {
        arn,
        name,
        entityRef,
        owner,
        sources,
        environment: environment.name,
        isProtected: environment.protection === 'reviewed',
      },
      dueAt: isUrgent ? notice.at : quietUntil ?? notice.at,
    };
  }
}

function isSame(a: WatchRecord, b: WatchRecord): boolean {
  return (
    a.count === b.count &&
    a.armed === b.armed &&
    a.grewAt === b.grewAt &&
    a.emptyAt === b.emptyAt &&
    a.expiryStage === b.expiryStage &&
    a.ageReadAt === b.ageReadAt
  );
}
