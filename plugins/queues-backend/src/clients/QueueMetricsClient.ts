import {
  CloudWatchClient,
  MetricDataQuery,
  MetricDataResult,
  paginateGetMetricData,
} from '@aws-sdk/client-cloudwatch';
import { AwsClients, mapAwsError, UpstreamError } from '@slipway/platform-node';
import { QueueHistory } from '@slipway/plugin-queues-common';
import { MetricsRange, QUEUE_METRICS } from './queueMetrics';
import { QueueKey } from './QueueKey';
import { TimeGrid, toQueueHistory } from './toQueueHistory';

/** The sums of a minute that has only just ended still grow: shown too soon, they look like a drop in traffic. */
const SETTLE_MS = 30_000;

/** Reads what Amazon CloudWatch knows of queues. */
export class QueueMetricsClient {
  readonly #awsClients: AwsClients;

  constructor(awsClients: AwsClients) {
    this.#awsClients = awsClients;
  }

  /**
   * History of many queues of one account and region, by ARN, in as few calls as their pages need. Series that were not
   * asked for are empty.
   * @throws UpstreamError
   */
  async getHistories(
    queues: readonly QueueKey[],
    range: MetricsRange,
    options: { signal: AbortSignal },
  ): Promise<ReadonlyMap<string, QueueHistory | UpstreamError>> {
    const grid = gridOf(range);
    const results = await this.#read(queues, { range, grid, ...options });
    return new Map(
      queues.map((queue, index) => [
        queue.arn,
        toQueueHistory(series => results.get(`${series}_${index}`) ?? [], grid),
      ]),
    );
  }

  async #read(
    queues: readonly QueueKey[],
    options: { range: MetricsRange; grid: TimeGrid; signal: AbortSignal },
  ): Promise<ReadonlyMap<string, readonly MetricDataResult[]>> {
    const { range, grid, signal } = options;
    const results = new Map<string, MetricDataResult[]>();
    try {
      const client = await this.#awsClients.getClient(
        CloudWatchClient,
        queues[0].environment,
      );
      const pages = paginateGetMetricData(
        { client },
        {
          StartTime: new Date(grid.start),
          EndTime: new Date(grid.end),
          ScanBy: 'TimestampAscending',
          MetricDataQueries: queues.flatMap((queue, index) =>
            toQueries(queue, index, range),
          ),
        },
        { abortSignal: signal },
      );
      for await (const page of pages) {
        for (const result of page.MetricDataResults ?? []) {
          const id = result.Id ?? '';
          results.set(id, [...(results.get(id) ?? []), result]);
        }
      }
    } catch (error) {
      throw mapAwsError(error);
    }
    return results;
  }
}

function gridOf({ seconds, period }: MetricsRange): TimeGrid {
  const periodMs = period * 1000;
  const end = Math.floor((Date.now() - SETTLE_MS) / periodMs) * periodMs;
  return { start: end - seconds * 1000, end, period: periodMs };
}

function toQueries(
  queue: QueueKey,
  index: number,
  range: MetricsRange,
): MetricDataQuery[] {
  return QUEUE_METRICS.filter(({ series }) =>
    range.series.includes(series),
  ).map(({ series, metric, statistic }) => ({
    Id: `${series}_${index}`,
    MetricStat: {
      Metric: {
        Namespace: 'AWS/SQS',
        MetricName: metric,
        Dimensions: [{ Name: 'QueueName', Value: queue.name }],
      },
      Period: range.period,
      Stat: statistic,
    },
  }));
}
