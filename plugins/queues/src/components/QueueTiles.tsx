import Box from '@mui/material/Box';
import { RiAlertFill } from '@remixicon/react';
import { QueueState } from '@slipway/plugin-queues-common';
import {
  formatDuration,
  formatNumber,
  formatRate,
  MetricTile,
  NO_DATA,
} from '@slipway/platform-react';

/** The numbers of a queue: what waits, since when, and what was given up on. */
export function QueueTiles(props: { queue: QueueState; details?: boolean }) {
  const { queue, details } = props;
  const history = queue.history.data;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3 }}>
      <MetricTile
        label="Waiting"
        value={formatNumber(queue.visible)}
        unit={queue.visible === 1 ? 'message' : 'messages'}
        points={history?.visible}
      />
      <DeadLetterTile queue={queue} />
      <MetricTile
        label="Oldest message"
        value={formatDuration(queue.oldestAgeSeconds)}
        points={history?.oldestAge}
        tone="neutral"
      />
      {details && (
        <>
          <MetricTile label="In flight" value={formatNumber(queue.inFlight)} />
          <MetricTile label="Delayed" value={formatNumber(queue.delayed)} />
          <MetricTile label="Sent" value={formatRate(queue.sentPerSecond)} />
          <MetricTile
            label="Received"
            value={formatRate(queue.receivedPerSecond)}
          />
        </>
      )}
    </Box>
  );
}

function DeadLetterTile({ queue: { dlq } }: { queue: QueueState }) {
  const count = dlq?.counts.data?.visible;
  const failing = count !== undefined && count > 0;
  return (
    <MetricTile
      label="Dead letters"
      value={dlq ? formatNumber(count) : NO_DATA}
      unit={dlq ? undefined : 'no DLQ'}
      tone={failing ? 'error' : 'neutral'}
      icon={failing ? <RiAlertFill size={18} aria-hidden /> : undefined}
      points={dlq?.history.data?.visible}
    />
  );
}
