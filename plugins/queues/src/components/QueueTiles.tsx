import Box from '@mui/material/Box';
import { RiAlertFill } from '@remixicon/react';
import { TimePoint } from '@slipway/platform-common';
import { QueueState } from '@slipway/plugin-queues-common';
import { formatNumber, formatRate, MetricTile } from '@slipway/platform-react';
import { growthWords } from '../words/growthWords';
import { isPlainDlq } from '../words/isPlainDlq';
import { AgeTile } from './AgeTile';
import { DrainTile } from './DrainTile';

/** The numbers of a queue: what waits, since when, when it will be empty, and what was given up on. */
export function QueueTiles(props: { queue: QueueState; details?: boolean }) {
  const { queue, details } = props;
  const history = queue.history.data;
  const plain = isPlainDlq(queue);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
      {!plain && (
        <MetricTile
          label="Waiting"
          value={formatNumber(queue.visible)}
          unit={queue.visible === 1 ? 'message' : 'messages'}
          delta={`${formatNumber(queue.inFlight)} in flight, ${formatNumber(
            queue.delayed,
          )} delayed`}
          points={history?.visible}
        />
      )}
      <DeadLetterTile {...deadLetters(queue)} />
      <AgeTile queue={queue} />
      {!plain && <DrainTile queue={queue} rates={!details} />}
      {details && !plain && <DetailTiles queue={queue} />}
    </Box>
  );
}

function DetailTiles({ queue }: { queue: QueueState }) {
  const history = queue.history.data;
  return (
    <>
      <MetricTile
        label="Sent"
        value={formatRate(queue.sentPerSecond)}
        points={history?.sent}
      />
      <MetricTile
        label="Received"
        value={formatRate(queue.receivedPerSecond)}
        delta={`${formatRate(queue.deletedPerSecond)} deleted`}
        points={history?.received}
      />
    </>
  );
}

interface DeadLetterNumbers {
  readonly count: number | undefined;
  readonly growth?: number;
  readonly points: readonly TimePoint[] | undefined;
  readonly unit?: string;
}

function deadLetters(queue: QueueState): DeadLetterNumbers {
  const { dlq, visible, history } = queue;
  if (isPlainDlq(queue)) {
    return { count: visible, points: history.data?.visible };
  }
  return {
    count: dlq?.counts.data?.visible,
    growth: dlq?.grownLastHour,
    points: dlq?.history.data?.visible,
    unit: dlq ? undefined : 'no DLQ',
  };
}

function DeadLetterTile({ count, growth, points, unit }: DeadLetterNumbers) {
  const failing = count !== undefined && count > 0;
  return (
    <MetricTile
      label="Dead letters"
      value={formatNumber(count)}
      unit={unit}
      tone={failing ? 'error' : 'neutral'}
      icon={failing ? <RiAlertFill size={18} aria-hidden /> : undefined}
      delta={failing || growth ? growthWords(growth) : undefined}
      points={points}
    />
  );
}
