import { QueueState } from '@slipway/plugin-queues-common';
import { StatusChip } from '@slipway/platform-react';

/** How much is wrong with how a queue is set up; nothing where all is well. */
export function WarningsChip({ queue }: { queue: QueueState }) {
  const shown = queue.warnings.filter(({ severity }) => severity !== 'info');
  if (shown.length === 0) return null;
  const worst = shown.some(({ severity }) => severity === 'error');
  return (
    <StatusChip
      status={worst ? 'error' : 'warning'}
      label={shown.length === 1 ? '1 warning' : `${shown.length} warnings`}
      title={shown.map(({ message }) => message).join('. ')}
    />
  );
}
