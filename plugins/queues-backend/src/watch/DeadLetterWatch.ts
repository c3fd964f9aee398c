import { QueueCatalog } from '../services/QueueCatalog';
import { decide, needsAge } from './decide';
import { findDeadLetterQueues } from './findDeadLetterQueues';
import { NoticeSender } from './NoticeSender';
import { QueueReader } from './QueueReader';
import { QuietHours } from './QuietHours';
import { Notice, Sighting, WatchedQueue, WatchRecord } from './types';
import { QueuedNotice, StoredRecord, WatchStore } from './WatchStore';

const DAY_MS = 24 * 60 * 60_000;
/** A catalog that is filled anew, or an account that is closed for a while, makes nothing news again. */
const REMEMBERED_MS = 30 * DAY_MS;

/** Looks at all dead-letter queues of the catalog and tells their owners when one fills or is about to lose messages. */
export class DeadLetterWatch {
  readonly #deps: {
    readonly expiresWithinMs: number;
    readonly quietHours?: QuietHours;
    readonly queueCatalog: Pick<QueueCatalog, 'list'>;
    readonly reader: QueueReader;
    readonly store: WatchStore;
    readonly sender: NoticeSender;
  };

  constructor(deps: {
    expiresWithinMs: number;
    quietHours?: QuietHours;
    queueCatalog: Pick<QueueCatalog, 'list'>;
    reader: QueueReader;
    store: WatchStore;
    sender: NoticeSender;
  }) {
    this.#deps = deps;
  }

  async run(signal: AbortSignal): Promise<void> {
    const { queueCatalog, reader, store, sender } = this.#deps;
    const listed = await queueCatalog.list();
    const wirings = await reader.wirings(
      listed.map(({ queue }) => queue),
      signal,
    );
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
    const now = Date.now();
    await store.touch(
      same.filter(arn => now - (records.get(arn)?.seenAt ?? now) > DAY_MS),
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
    const { reader } = this.#deps;
    const found = await reader.attributes(watched, signal);
    const at = Date.now();
    const counted = found.map(({ queue, data }) => ({
      queue,
      data,
      sighting: {
        at,
        count: data.visible + data.inFlight + data.delayed,
        retentionMs: data.retentionSeconds * 1_000,
      },
    }));
    const expiries = await reader.expiries(
      counted.filter(({ queue, sighting }) =>
        needsAge(records.get(queue.arn), sighting, this.#deps),
      ),
      at,
    );
    return new Map(
      counted.map(({ queue, sighting }) => [
        queue.arn,
        { ...sighting, expiry: expiries.get(queue.arn) },
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
    const { record, notices } = decide(previous, sighting, this.#deps);
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
    const quietUntil = this.#deps.quietHours?.endOf(notice.at);
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
