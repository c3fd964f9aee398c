import {
  CloudWatchClient,
  MetricDataQuery,
  MetricDataResult,
  paginateGetMetricData,
} from '@aws-sdk/client-cloudwatch';
import { TimePoint } from '@slipway/platform-common';
import { AwsClients, mapAwsError, UpstreamError } from '@slipway/platform-node';
import { QueueHistory } from '@slipway/plugin-queues-common';
import { METRIC_PERIOD, QUEUE_METRICS } from './queueMetrics';
import { QueueKey } from './QueueKey';

const PERIOD_MS = METRIC_PERIOD * 1000;
const RANGE_MS = 3 * 3_600_000;
/** The sums of a minute that has only just ended still grow: shown too soon, they look like a drop in traffic. */
const SETTLE_MS = 30_000;

/** Reads the recent history of queues from Amazon CloudWatch. */
export class QueueMetricsClient {
  readonly #awsClients: AwsClients;

  constructor(awsClients: AwsClients) {
    this.#awsClients = awsClients;
  }

  /**
   * History of many queues of one account and region, by ARN, in as few calls as their pages need.
   * @throws UpstreamError
   */
  async getHistories(
    queues: readonly QueueKey[],
    options: { signal: AbortSignal },
  ): Promise<ReadonlyMap<string, QueueHistory | UpstreamError>> {
    const settled = Date.now() - SETTLE_MS;
    const end = Math.floor(settled / PERIOD_MS) * PERIOD_MS;
    const start = end - RANGE_MS;
    const results = new Map<string, MetricDataResult[]>();
    try {
      const client = await this.#awsClients.getClient(
        CloudWatchClient,
        queues[0].environment,
      );
      const pages = paginateGetMetricData(
        { client },
        {
          StartTime: new Date(start),
          EndTime: new Date(end),
          ScanBy: 'TimestampAscending',
          MetricDataQueries: queues.flatMap(toQueries),
        },
        { abortSignal: options.signal },
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
    return new Map(
      queues.map((queue, index) => [
        queue.arn,
        toHistory(index, results, { start, end }),
      ]),
    );
  }
}

function toQueries(queue: QueueKey, index: number): MetricDataQuery[] {
  return QUEUE_METRICS.map(({ series, metric, statistic }) => ({
    Id: `${series}_${index}`,
    MetricStat: {
      Metric: {
        Namespace: 'AWS/SQS',
        MetricName: metric,
        Dimensions: [{ Name: 'QueueName', Value: queue.name }],
      },
      Period: METRIC_PERIOD,
      Stat: statistic,
    },
  }));
}

function toHistory(
  index: number,
  results: ReadonlyMap<string, readonly MetricDataResult[]>,
  range: { start: number; end: number },
): QueueHistory | UpstreamError {
  const series = QUEUE_METRICS.map(query => ({
    ...query,
    pages: results.get(`${query.series}_${index}`) ?? [],
  }));
  const failed = series
    .flatMap(({ pages }) => pages)
    .find(({ StatusCode }) => /Forbidden|InternalError/.test(StatusCode ?? ''));
  if (failed) {
    return failed.StatusCode === 'Forbidden'
      ? new UpstreamError('forbidden', 'AWS denied cloudwatch:GetMetricData', {
          fix: 'Allow cloudwatch:GetMetricData to the role that Slipway uses in this account',
        })
      : new UpstreamError('unreachable', 'CloudWatch failed to read a metric');
  }
  const points = (name: keyof QueueHistory) =>
    series
      .filter(query => query.series === name)
      .flatMap(({ pages, scale }) => toPoints(pages, scale, range));
  return {
    visible: points('visible'),
    inFlight: points('inFlight'),
    oldestAge: points('oldestAge'),
    sent: points('sent'),
    received: points('received'),
    deleted: points('deleted'),
  };
}

/** One point for each minute; what CloudWatch leaves out stays without a value. */
function toPoints(
  pages: readonly MetricDataResult[],
  scale: number,
  range: { start: number; end: number },
): TimePoint[] {
  const values = new Map<number, number>();
  for (const { Timestamps = [], Values = [] } of pages) {
    Timestamps.forEach((time, i) =>
      values.set(time.getTime(), Values[i] * scale),
    );
  }
  if (values.size === 0) {
    return [];
  }
  const minutes = (range.end - range.start) / PERIOD_MS;
  return Array.from({ length: minutes }, (_, minute) => {
    const time = range.start + minute * PERIOD_MS;
    return { time, value: values.get(time) };
  });
}
