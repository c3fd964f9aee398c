import { parseArn } from '@slipway/platform-common';
import { CatalogQueue } from './CatalogQueues';
import { groupBy } from './groupBy';
import { WatchedQueue } from './types';

/** How a queue is wired, which seldom changes. */
export interface Wiring {
  /** Where its own dead letters go. */
  readonly dlqArn?: string;
  /** It says of itself that others send their dead letters here. */
  readonly isDlq: boolean;
}

/**
 * The dead-letter queues among these, and those that they name. The owner of a dead-letter queue is the owner of its entity;
 * where it has none, that of the first queue that sends there.
 */
export function findDeadLetterQueues(
  queues: readonly CatalogQueue[],
  wirings: ReadonlyMap<string, Wiring>,
): WatchedQueue[] {
  const known = new Map(queues.map(queue => [queue.arn, queue]));
  const sourcesOf = groupBy(
    queues.filter(({ arn }) => wirings.get(arn)?.dlqArn),
    ({ arn }) => wirings.get(arn)?.dlqArn ?? '',
  );
  const named = [...sourcesOf].map(([arn, sources]) => ({
    // SQS wants both in one account and region, so that the environment of the source is right for what is not listed.
    ...(known.get(arn) ?? { ...sources[0], arn, name: parseArn(arn).resource }),
    sources: sources.map(({ name }) => name).sort(),
  }));
  const alone = queues
    .filter(({ arn }) => wirings.get(arn)?.isDlq && !sourcesOf.has(arn))
    .map(queue => ({ ...queue, sources: [] }));
  return [...named, ...alone];
}
