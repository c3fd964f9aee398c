import { QueueHistory, QueueState } from '@slipway/plugin-queues-common';
import {
  formatDuration,
  formatDurationTick,
  formatNumber,
  formatRate,
  TimeSeriesChartProps,
} from '@slipway/platform-react';
import { isPlainDlq } from '../../words/isPlainDlq';

/** The charts of a queue; a dead-letter queue that is shown by itself has messages that are dead letters. */
export function chartsOfQueue(
  history: QueueHistory | undefined,
  queue: QueueState,
): TimeSeriesChartProps[] {
  if (!history) return [];
  const plain = isPlainDlq(queue);
  const charts = [
    countChart(history, plain),
    {
      title: 'Age of the oldest message',
      format: formatDuration,
      formatTick: formatDurationTick,
      series: [
        { label: 'age', points: history.oldestAge, tone: 'warning' as const },
      ],
    },
  ];
  // What SQS moves to a dead-letter queue counts as sent to no queue.
  return plain ? charts : [...charts, rateChart(history)];
}

function countChart(
  history: QueueHistory,
  dead: boolean,
): TimeSeriesChartProps {
  return {
    title: dead ? 'Dead letters' : 'Messages',
    whole: true,
    format: formatNumber,
    series: [
      {
        label: 'waiting',
        points: history.visible,
        tone: dead ? 'error' : undefined,
      },
      { label: 'in flight', points: history.inFlight, tone: 'neutral' },
    ],
  };
}

function rateChart(history: QueueHistory): TimeSeriesChartProps {
  return {
    title: 'Messages per second',
    format: formatRate,
    series: [
      { label: 'sent', points: history.sent },
      { label: 'received', points: history.received, tone: 'success' },
      { label: 'deleted', points: history.deleted, tone: 'neutral' },
    ],
  };
}

/** The chart of the dead-letter queue that belongs to a queue. */
export function deadLetterCharts(
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
