import { QueueState } from '@slipway/plugin-queues-common';
import { formatNumber, StatusChip } from '@slipway/platform-react';

/** In words: whether messages were given up on. */
export function DlqStatus({ queue }: { queue: QueueState }) {
  const { dlq } = queue;
  if (queue.isDlq && !dlq) {
    return <DeadLetters count={queue.visible} title="A dead-letter queue" />;
  }
  if (!dlq) {
    return (
      <StatusChip
        status="warning"
        label="No dead-letter queue"
        title="A message that always fails is retried until it expires and is then lost"
      />
    );
  }
  const count = dlq.counts.data?.visible;
  if (count === undefined) {
    return (
      <StatusChip
        status="unknown"
        label="Dead letters unknown"
        title={dlq.counts.message}
      />
    );
  }
  return (
    <DeadLetters
      count={count}
      title={`Messages received ${dlq.maxReceiveCount} times without success are in ${dlq.name}`}
    />
  );
}

function DeadLetters(props: { count: number; title: string }) {
  const { count, title } = props;
  return count === 0 ? (
    <StatusChip status="ok" label="No dead letters" />
  ) : (
    <StatusChip
      status="error"
      label={`${formatNumber(count)} dead ${
        count === 1 ? 'letter' : 'letters'
      }`}
      title={title}
    />
  );
}
