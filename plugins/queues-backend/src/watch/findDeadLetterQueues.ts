import { QueueKey } from '../clients/QueueKey';
import { dlqKey } from '../services/dlqKey';
import { CatalogQueue } from '../services/QueueCatalog';
import { groupBy } from './groupBy';
import { WatchedQueue } from './types';

/** How a queue is wired, which seldom changes. */
export interface Wiring {
  /** Where its own dead letters go. */
  readonly dlqArn?: string;
  /** It says of itself that others send their dead letters here. */
  readonly isDlq: boolean;
}

/** A queue of the catalog that somebody owns. */
interface Owned {
  readonly queue: QueueKey;
  readonly entityRef: string;
  readonly owner: string;
}

/**
 * The dead-letter queues among these, and those that they name. The owner of a dead-letter queue is the owner of its entity;
 * where it has none, that of the first queue that sends there. What nobody owns is left out.
 */
export function findDeadLetterQueues(
  queues: readonly CatalogQueue[],
  wirings: ReadonlyMap<string, Wiring>,
): WatchedQueue[] {
  const owned = queues.flatMap(({ queue, entityRef, owner }) =>
    owner ? [{ queue, entityRef, owner }] : [],
  );
  const byArn = new Map(owned.map(one => [one.queue.arn, one]));
  const wired = owned.flatMap(source => {
    const { dlqArn } = wirings.get(source.queue.arn) ?? {};
    const dlq = dlqArn ? dlqKey(source.queue, dlqArn) : undefined;
    return dlq ? [{ source, dlq }] : [];
  });
  const bySources = groupBy(wired, ({ dlq }) => dlq.arn);
  const named = [...bySources].map(([arn, pairs]) => {
    const [{ source, dlq }] = pairs;
    return toWatched(
      byArn.get(arn) ?? { ...source, queue: dlq },
      pairs.map(pair => pair.source.queue.name),
    );
  });
  const alone = [...byArn.values()].filter(
    ({ queue }) => wirings.get(queue.arn)?.isDlq && !bySources.has(queue.arn),
  );
  return [...named, ...alone.map(one => toWatched(one, []))];
}

function toWatched(
  { queue, entityRef, owner }: Owned,
  sources: readonly string[],
): WatchedQueue {
  return { ...queue, entityRef, owner, sources: [...new Set(sources)].sort() };
}
