import { QueueHistory } from '@slipway/plugin-queues-common';

interface QueueMetric {
  readonly series: keyof QueueHistory;
  readonly metric: string;
  readonly statistic: 'Maximum' | 'Sum';
  /** Sums are per minute; charts show rates per second. */
  readonly scale: number;
}

/** Seconds; SQS publishes one value a minute. */
export const METRIC_PERIOD = 60;

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html */
export const QUEUE_METRICS: readonly QueueMetric[] = [
  {
    series: 'visible',
    metric: 'ApproximateNumberOfMessagesVisible',
    statistic: 'Maximum',
    scale: 1,
  },
  {
    series: 'inFlight',
    metric: 'ApproximateNumberOfMessagesNotVisible',
    statistic: 'Maximum',
    scale: 1,
  },
  {
    series: 'oldestAge',
    metric: 'ApproximateAgeOfOldestMessage',
    statistic: 'Maximum',
    scale: 1,
  },
  {
    series: 'sent',
    metric: 'NumberOfMessagesSent',
    statistic: 'Sum',
    scale: 1 / METRIC_PERIOD,
  },
  {
    series: 'received',
    metric: 'NumberOfMessagesReceived',
    statistic: 'Sum',
    scale: 1 / METRIC_PERIOD,
  },
  {
    series: 'deleted',
    metric: 'NumberOfMessagesDeleted',
    statistic: 'Sum',
    scale: 1 / METRIC_PERIOD,
  },
];

/** Queries of one GetMetricData call: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html */
const MAX_QUERIES = 500;

/** Queues whose metrics fit into one call. */
export const MAX_QUEUES_PER_CALL = Math.floor(
  MAX_QUERIES / QUEUE_METRICS.length,
);
