import {
  Dimension,
  GetMetricDataCommand,
  GetMetricDataCommandInput,
  MetricDataResult,
  PutMetricDataCommand,
} from '@aws-sdk/client-cloudwatch';
import { ContractSubject } from './ContractSubject';

/** A whole minute some time ago. */
export const START = new Date(Math.floor(Date.now() / 60_000 - 20) * 60_000);
/** The minute so many after {@link START}. */
export const minute = (at: number) => new Date(START.getTime() + at * 60_000);

/** A metric that a case made. */
export interface ContractMetric {
  readonly Namespace: string;
  readonly MetricName: string;
  readonly Dimensions: Dimension[];
}

/** Makes a metric with a value for each minute from {@link START} on; `put` adds further ones. */
export async function makeMetric(
  { cloudWatch, unique }: ContractSubject,
  label: string,
  values: readonly number[],
) {
  const metric: ContractMetric = {
    Namespace: 'Contract',
    MetricName: unique(label),
    Dimensions: [{ Name: 'Service', Value: 'a' }],
  };
  const put = async (added: readonly number[]) => {
    const { Namespace, MetricName, Dimensions } = metric;
    const MetricData = added.map((Value, at) => ({
      MetricName,
      Dimensions,
      Timestamp: minute(at),
      Value,
    }));
    await cloudWatch.send(new PutMetricDataCommand({ Namespace, MetricData }));
  };
  await put(values);
  return { ...metric, put };
}

/** A query for a statistic of a metric, by the minute. */
export const stat = (
  Id: string,
  { Namespace, MetricName, Dimensions }: ContractMetric,
  Stat = 'Sum',
  ReturnData = true,
) => ({
  Id,
  ReturnData,
  MetricStat: {
    Metric: { Namespace, MetricName, Dimensions },
    Period: 60,
    Stat,
  },
});

/** Asks for ten minutes from {@link START} on. */
export async function query(
  { cloudWatch }: ContractSubject,
  MetricDataQueries: GetMetricDataCommandInput['MetricDataQueries'],
  more: Partial<GetMetricDataCommandInput> = {},
): Promise<MetricDataResult[]> {
  const { MetricDataResults } = await cloudWatch.send(
    new GetMetricDataCommand({
      MetricDataQueries,
      StartTime: START,
      EndTime: minute(10),
      ScanBy: 'TimestampAscending',
      ...more,
    }),
  );
  return MetricDataResults ?? [];
}
