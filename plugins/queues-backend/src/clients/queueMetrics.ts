import { QueueHistory } from '@slipway/plugin-queues-common';

interface QueueMetric {
  readonly series: keyof QueueHistory;
  readonly metric: string;
  readonly statistic: 'Maximum' | 'Sum';
}

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html */
export const QUEUE_METRICS: readonly QueueMetric[] = [
  {
    series: 'visible',
    metric: 'ApproximateNumberOfMessagesVisible',
    statistic: 'Maximum',
  },
  {
    series: 'inFlight',
    metric: 'ApproximateNumberOfMessagesNotVisible',
    statistic: 'Maximum',
  },
  {
    series: 'oldestAge',
    metric: 'ApproximateAgeOfOldestMessage',
    statistic: 'Maximum',
  },
  {
    series: 'sent',
    metric: 'NumberOfMessagesSent',
    statistic: 'Sum',
  },
  {
    series: 'received',
    metric: 'NumberOfMessagesReceived',
    statistic: 'Sum',
  },
  {
    series: 'deleted',
    metric: 'NumberOfMessagesDeleted',
    statistic: 'Sum',
  },
];

/** What to read of queues, and how finely. */
export interface MetricsRange {
  /** How far back, in seconds. */
  readonly seconds: number;
  /** Seconds between points; SQS publishes one value a minute. */
  readonly period: number;
  /** CloudWatch bills each: all six of a queue unless fewer do. */
  readonly series: ReadonlyArray<keyof QueueHistory>;
}

/** All series of a queue. */
export const ALL_SERIES = QUEUE_METRICS.map(({ series }) => series);

/** Queries of one GetMetricData call: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html */
const MAX_QUERIES = 500;

/** Queues whose metrics fit into one call. */
export function maxQueuesPerCall({ series }: MetricsRange): number {
  return Math.floor(MAX_QUERIES / series.length);
}
