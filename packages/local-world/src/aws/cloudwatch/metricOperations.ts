import { z } from 'zod';
import { WorldClock } from '../../world/types';
import { AwsError } from '../server/AwsError';
import { AwsCall, AwsOperation } from '../server/AwsService';
import { getMetricData, readToken, writeToken } from './getMetricData';
import { cloudWatchOperation, dimensions, seconds } from './metricDataInput';
import { MetricStore, StoredMetric } from './MetricStore';
import { StatisticSet } from './MetricSeries';
import { statisticOf } from './statisticOf';

const PAGE = 500;
const RECENT_MS = 3 * 3_600_000;
/** ListMetrics forgets metrics that got no data for two weeks. */
const LISTED_MS = 14 * 86_400_000;

const listMetricsInput = z.object({
  Namespace: z.string().optional(),
  MetricName: z.string().optional(),
  Dimensions: z
    .array(z.object({ Name: z.string(), Value: z.string().optional() }))
    .default([]),
  NextToken: z.string().optional(),
  RecentlyActive: z.literal('PT3H').optional(),
});

function matches(
  { identity }: StoredMetric,
  wanted: z.output<typeof listMetricsInput>,
): boolean {
  const { namespace, name } = identity;
  return (
    (wanted.Namespace ?? namespace) === namespace &&
    (wanted.MetricName ?? name) === name &&
    wanted.Dimensions.every(({ Name, Value }) =>
      identity.dimensions.some(
        item => item.Name === Name && (Value ?? item.Value) === item.Value,
      ),
    )
  );
}

const listMetrics = (store: MetricStore, clock: WorldClock) =>
  cloudWatchOperation(listMetricsInput, (input, call) => {
    const since = clock.now() - (input.RecentlyActive ? RECENT_MS : LISTED_MS);
    const found = store
      .list(call.account, call.region)
      .filter(metric => (metric.series.lastTime ?? 0) >= since)
      .filter(metric => matches(metric, input));
    const start = readToken(input.NextToken);
    const end = start + PAGE;
    return {
      Metrics: found.slice(start, end).map(({ identity }) => ({
        Namespace: identity.namespace,
        MetricName: identity.name,
        Dimensions: identity.dimensions,
      })),
      NextToken: writeToken(end < found.length ? end : undefined),
    };
  });

const datum = z.object({
  MetricName: z.string().min(1).max(255),
  Dimensions: dimensions,
  Timestamp: seconds.optional(),
  Value: z.number().optional(),
  Values: z.array(z.number()).max(150).optional(),
  Counts: z.array(z.number()).max(150).optional(),
  StatisticValues: z
    .object({
      SampleCount: z.number(),
      Sum: z.number(),
      Minimum: z.number(),
      Maximum: z.number(),
    })
    .optional(),
});

function setOf(input: z.output<typeof datum>): StatisticSet {
  if (input.StatisticValues) {
    const { SampleCount, Sum, Minimum, Maximum } = input.StatisticValues;
    return {
      sampleCount: SampleCount,
      sum: Sum,
      minimum: Minimum,
      maximum: Maximum,
    };
  }
  const values =
    input.Values ?? (input.Value === undefined ? [] : [input.Value]);
  if (values.length === 0) {
    throw new AwsError(
      'MissingParameter',
      `The parameter MetricData.member.Value is required for ${input.MetricName}.`,
      { queryCode: 'MissingParameter' },
    );
  }
  const counts = values.map((_, at) => input.Counts?.[at] ?? 1);
  return {
    sampleCount: counts.reduce((a, b) => a + b, 0),
    sum: values.reduce((total, value, at) => total + value * counts[at], 0),
    minimum: Math.min(...values),
    maximum: Math.max(...values),
  };
}

function putDatum(
  store: MetricStore,
  { account, region }: AwsCall,
  namespace: string,
  input: z.output<typeof datum>,
  now: number,
): void {
  const { MetricName: name, Dimensions } = input;
  const time = input.Timestamp === undefined ? now : input.Timestamp * 1000;
  store
    .series({ account, region, namespace, name, dimensions: Dimensions })
    .recordSet(time, setOf(input));
}

const putMetricData = (store: MetricStore, clock: WorldClock) =>
  cloudWatchOperation(
    z.object({
      Namespace: z.string().min(1).max(255),
      MetricData: z.array(datum).max(1_000).default([]),
    }),
    (input, call) => {
      if (input.Namespace.startsWith('AWS/')) {
        throw new AwsError(
          'InvalidParameterValue',
          'The value AWS/ for parameter Namespace is invalid.',
          { queryCode: 'InvalidParameterValue' },
        );
      }
      const now = clock.now();
      input.MetricData.forEach(item =>
        putDatum(store, call, input.Namespace, item, now),
      );
    },
  );

const getMetricStatistics = (store: MetricStore) =>
  cloudWatchOperation(
    z.object({
      Namespace: z.string(),
      MetricName: z.string(),
      Dimensions: dimensions,
      StartTime: seconds,
      EndTime: seconds,
      Period: z.number().int().min(60).multipleOf(60),
      Statistics: z.array(z.string()).min(1).max(5),
    }),
    (input, { account, region }) => {
      const { Namespace: namespace, MetricName: name, Dimensions } = input;
      const period = input.Period * 1000;
      const points = store
        .find({ account, region, namespace, name, dimensions: Dimensions })
        ?.read(input.StartTime * 1000, input.EndTime * 1000, period);
      const values = input.Statistics.map(
        stat => [stat, statisticOf(stat)] as const,
      );
      return {
        Label: name,
        Datapoints: (points ?? []).map(point => ({
          Timestamp: point.time / 1000,
          ...Object.fromEntries(values.map(([stat, of]) => [stat, of(point)])),
          Unit: 'None',
        })),
      };
    },
  );

/** Operations on metrics. */
export const metricOperations = (
  store: MetricStore,
  clock: WorldClock,
): Record<string, AwsOperation> => ({
  GetMetricData: getMetricData(store),
  GetMetricStatistics: getMetricStatistics(store),
  ListMetrics: listMetrics(store, clock),
  PutMetricData: putMetricData(store, clock),
});
