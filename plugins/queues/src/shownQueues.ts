import { SourceResult } from '@slipway/platform-common';
import { QueueState } from '@slipway/plugin-queues-common';

/** Queues that deserve a place of their own: a dead-letter queue is shown as part of the queue that it serves. */
export function shownQueues(
  results: ReadonlyArray<SourceResult<QueueState>>,
): ReadonlyArray<SourceResult<QueueState>> {
  const place = (environment?: string, name?: string) =>
    `${environment} ${name}`;
  const shownWithin = new Set(
    results.flatMap(({ data, source }) =>
      data?.dlq ? [place(source.environment, data.dlq.name)] : [],
    ),
  );
  return results.filter(
    ({ source }) => !shownWithin.has(place(source.environment, source.target)),
  );
}
