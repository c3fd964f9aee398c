import { Source, SourceChange } from '@slipway/platform-node';
import { QueueKey } from '../clients/QueueKey';
import { QueueAttributes } from '../clients/SqsClient';
import { QueueChanges } from './QueueChanges';

type Attributes = Source<QueueKey, QueueAttributes>;

/**
 * Tells of queues whose numbers changed. Only what somebody looks at is read, so only that can be seen to change. A page shows
 * dead letters with the queue they came from, which therefore changes with its dead-letter queue.
 */
export function watchChanges(
  sources: readonly Attributes[],
  deps: { changes: QueueChanges; sourcesOf(dlqArn: string): readonly string[] },
): void {
  const tell = (
    changes: ReadonlyArray<SourceChange<QueueKey, QueueAttributes>>,
  ) =>
    deps.changes.changed(
      changes.flatMap(({ key }) => [key.arn, ...deps.sourcesOf(key.arn)]),
    );
  sources.forEach(source => source.onChange(tell));
}
