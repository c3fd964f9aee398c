import Box from '@mui/material/Box';
import { RiAlertFill } from '@remixicon/react';
import { TimePoint } from '@slipway/platform-common';
import { QueueState } from '@slipway/plugin-queues-common';
import {
  formatDuration,
  formatNumber,
  formatRate,
  MetricTile,
} from '@slipway/platform-react';

/** The numbers of a queue: what waits, since when, and what was given up on. */
export function QueueTiles(props: { queue: QueueState; details?: boolean }) {
  const { queue, details } = props;
  const { dlq } = queue;
  const history = queue.history.data;
  const isPlainDlq = queue.isDlq && !dlq;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
      {!isPlainDlq && (
        <MetricTile
          label="Waiting"
          value={formatNumber(queue.visible)}
          unit={queue.visible === 1 ? 'message' : 'messages'}
          points={history?.visible}
        />
      )}
      {isPlainDlq ? (
        <DeadLetterTile count={queue.visible} points={history?.visible} />
      ) : (
        <DeadLetterTile
          count={dlq?.counts.data?.visible}
          points={dlq?.history.data?.visible}
          unit={dlq ? undefined : 'no DLQ'}
        />
      )}
      <MetricTile
        label="Oldest message"
        value={formatDuration(queue.oldestAgeSeconds)}
        points={history?.oldestAge}
        tone="neutral"
      />
      {details && <DetailTiles queue={queue} />}
    </Box>
  );
}

function DetailTiles({ queue }: { queue: QueueState }) {
  return (
    <>
      <MetricTile label="In flight" value={formatNumber(queue.inFlight)} />
      <MetricTile label="Delayed" value={formatNumber(queue.delayed)} />
      <MetricTile label="Sent" value={formatRate(queue.sentPerSecond)} />
      <MetricTile
        label="Received"
        value={formatRate(queue.receivedPerSecond)}
      />
    </>
  );
}

function DeadLetterTile(props: {
  count: number | undefined;
  points: readonly TimePoint[] | undefined;
  unit?: string;
}) {
  const { count, points, unit } = props;
  const failing = count !== undefined && count > 0;
  return (
    <MetricTile
      label="Dead letters"
      value={formatNumber(count)}
      unit={unit}
      tone={failing ? 'error' : 'neutral'}
      icon={failing ? <RiAlertFill size={18} aria-hidden /> : undefined}
      points={points}
    />
  );
}
