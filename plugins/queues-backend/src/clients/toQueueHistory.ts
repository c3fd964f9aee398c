import { MetricDataResult } from '@aws-sdk/client-cloudwatch';
import { TimePoint } from '@slipway/platform-common';
import { UpstreamError } from '@slipway/platform-node';
import { QueueHistory } from '@slipway/plugin-queues-common';
import { QUEUE_METRICS } from './queueMetrics';

/** Milliseconds since the epoch, aligned to the period. */
export interface TimeGrid {
  readonly start: number;
  readonly end: number;
  readonly period: number;
}

/** The series of one queue out of the pages of a reply; `pagesOf` gives the pages of a series. */
export function toQueueHistory(
  pagesOf: (series: keyof QueueHistory) => readonly MetricDataResult[],
  grid: TimeGrid,
): QueueHistory | UpstreamError {
  const series = QUEUE_METRICS.map(query => ({
    ...query,
    pages: pagesOf(query.series),
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
      .flatMap(({ pages, statistic }) =>
        // Sums are of a whole period; charts show rates per second.
        toPoints(pages, grid, statistic === 'Sum' ? 1000 / grid.period : 1),
      );
  return {
    visible: points('visible'),
    inFlight: points('inFlight'),
    oldestAge: points('oldestAge'),
    sent: points('sent'),
    received: points('received'),
    deleted: points('deleted'),
  };
}

/** One point for each period; what CloudWatch leaves out stays without a value, and a series without any is empty. */
function toPoints(
  pages: readonly MetricDataResult[],
  { start, end, period }: TimeGrid,
  scale: number,
): TimePoint[] {
  const values = new Map<number, number>();
  for (const { Timestamps = [], Values = [] } of pages) {
    Timestamps.forEach((time, i) =>
      values.set(
        Math.floor(time.getTime() / period) * period,
        Values[i] * scale,
      ),
    );
  }
  if (values.size === 0) {
    return [];
  }
  return Array.from({ length: (end - start) / period }, (_, index) => {
    const time = start + index * period;
    return { time, value: values.get(time) };
  });
}
