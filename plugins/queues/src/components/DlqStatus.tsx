import { QueueState } from '@slipway/plugin-queues-common';
import { formatNumber, StatusChip } from '@slipway/platform-react';
import { isPlainDlq } from '../words/isPlainDlq';
import { growthWords } from '../words/growthWords';

/** In words: whether messages were given up on, and whether that goes on. */
export function DlqStatus({ queue }: { queue: QueueState }) {
  const { dlq } = queue;
  if (isPlainDlq(queue)) {
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
      growth={dlq.grownLastHour}
      title={`Messages received ${dlq.maxReceiveCount} times without success are in ${dlq.name}`}
    />
  );
}

function DeadLetters(props: { count: number; growth?: number; title: string }) {
  const { count, growth, title } = props;
  if (count === 0) return <StatusChip status="ok" label="No dead letters" />;
  const words = `${formatNumber(count)} dead ${
    count === 1 ? 'letter' : 'letters'
  }`;
  const grown = growth !== undefined && growth > 0 ? growthWords(growth) : '';
  return (
    <StatusChip
      status="error"
      label={grown ? `${words}, ${grown}` : words}
      title={title}
    />
  );
}
