import { RiTimeFill } from '@remixicon/react';
import { QueueState } from '@slipway/plugin-queues-common';
import { formatDuration, MetricTile } from '@slipway/platform-react';

/** How long the oldest message has waited, against how long it may. */
export function AgeTile({ queue }: { queue: QueueState }) {
  const { oldestAgeSeconds: age, ageObjectiveSeconds: objective } = queue;
  const late = age !== undefined && objective !== undefined && age > objective;
  return (
    <MetricTile
      label="Oldest message"
      value={formatDuration(age)}
      tone={late ? 'warning' : 'neutral'}
      icon={late ? <RiTimeFill size={18} aria-hidden /> : undefined}
      delta={
        objective !== undefined &&
        `${late ? 'over its' : 'of its'} ${formatDuration(objective)} objective`
      }
      points={queue.history.data?.oldestAge}
    />
  );
}
