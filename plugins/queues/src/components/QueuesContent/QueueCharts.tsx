import Box from '@mui/material/Box';
import { QueueHistory, QueueState } from '@slipway/plugin-queues-common';
import {
  formatDuration,
  formatDurationTick,
  formatNumber,
  formatRate,
  SourceStateAlert,
  TimeSeriesChart,
  TimeSeriesChartProps,
} from '@slipway/platform-react';

/** The last three hours of a queue and its dead-letter queue. */
export function QueueCharts({ queue }: { queue: QueueState }) {
  const { history, dlq } = queue;
  if (!history.data) {
    return <SourceStateAlert result={history} />;
  }
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 3,
        gridTemplateColumns: { xs: '1fr', md: 'repeat(2, minmax(0, 1fr))' },
      }}
    >
      {[
        ...queueCharts(history.data),
        ...deadLetterCharts(dlq?.history.data),
      ].map(chart => (
        <TimeSeriesChart key={chart.title} {...chart} />
      ))}
    </Box>
  );
}

function queueCharts(history: QueueHistory): TimeSeriesChartProps[] {
  return [
    {
      title: 'Messages',
      whole: true,
      format: formatNumber,
      series: [
        { label: 'waiting', points: history.visible },
        { label: 'in flight', points: history.inFlight, tone: 'neutral' },
      ],
    },
    {
      title: 'Age of the oldest message',
      format: formatDuration,
      formatTick: formatDurationTick,
      series: [{ label: 'age', points: history.oldestAge, tone: 'warning' }],
    },
    {
      title: 'Messages per second',
      format: formatRate,
      series: [
        { label: 'sent', points: history.sent },
        { label: 'received', points: history.received, tone: 'success' },
      ],
    },
  ];
}

function deadLetterCharts(
  history: QueueHistory | undefined,
): TimeSeriesChartProps[] {
  const label = 'in the dead-letter queue';
  return history
    ? [
        {
          title: 'Dead letters',
          format: formatNumber,
          area: true,
          whole: true,
          series: [{ label, points: history.visible, tone: 'error' }],
        },
      ]
    : [];
}
