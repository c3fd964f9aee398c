import { WarningPanel } from '@backstage/core-components';
import { QueueLocator } from '../../api/QueuesApi';

/** Messages of a dead-letter queue, and what can be done with them. */
export function DeadLettersPanel({ locator }: { locator: QueueLocator }) {
  return (
    <WarningPanel
      severity="info"
      title={`The messages of ${locator.queue} cannot be shown yet`}
    />
  );
}
