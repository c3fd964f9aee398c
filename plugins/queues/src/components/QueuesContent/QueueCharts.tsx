import Box from '@mui/material/Box';
import { QueueState } from '@slipway/plugin-queues-common';
import {
  formatDuration,
  formatNumber,
  formatRate,
  SourceStateAlert,
  TimeSeriesChart,
} from '@slipway/platform-react';

/** The last three hours of a queue and its dead-letter queue. */
export function QueueCharts({ queue }: { queue: QueueState }) {
  const { history, dlq } = queue;
  if (!history.data) {
    return <SourceStateAlert result={history} />;
  }
  const { visible, inFlight, oldestAge, sent, received } = history.data;
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 3,
        gridTemplateColumns: 'repeat(auto-fit, minmax(min(320px, 100%), 1fr))',
      }}
    >
      <TimeSeriesChart
        title="Messages"
        format={formatNumber}
        series={[
          { label: 'waiting', points: visible },
          { label: 'in flight', points: inFlight, tone: 'neutral' },
        ]}
      />
      <TimeSeriesChart
        title="Age of the oldest message"
        format={formatDuration}
        series={[{ label: 'age', points: oldestAge, tone: 'warning' }]}
      />
      <TimeSeriesChart
        title="Messages per second"
        format={formatRate}
        series={[
          { label: 'sent', points: sent },
          { label: 'received', points: received, tone: 'success' },
        ]}
      />
      {dlq?.history.data && (
        <TimeSeriesChart
          title="Dead letters"
          format={formatNumber}
          area
          series={[
            {
              label: 'in the dead-letter queue',
              points: dlq.history.data.visible,
              tone: 'error',
            },
          ]}
        />
      )}
    </Box>
  );
}
