import { AwsError, notImplemented } from '../server/AwsError';
import { StatisticSet } from './MetricSeries';

const statistics: Readonly<Record<string, (set: StatisticSet) => number>> = {
  Sum: set => set.sum,
  Average: set => set.sum / set.sampleCount,
  Minimum: set => set.minimum,
  Maximum: set => set.maximum,
  SampleCount: set => set.sampleCount,
};

/** Percentiles, trimmed means and the like, which need the single values that are not kept here. */
const EXTENDED =
  /^(p\d|tm\d|wm\d|tc\d|ts\d|pr\(|TM\(|WM\(|TC\(|TS\(|PR\(|IQM)/i;

/** The statistic by its CloudWatch name. */
export function statisticOf(name: string): (set: StatisticSet) => number {
  if (Object.hasOwn(statistics, name)) {
    return statistics[name];
  }
  if (EXTENDED.test(name)) {
    throw notImplemented(`CloudWatch statistic ${name}`);
  }
  throw new AwsError(
    'ValidationError',
    `The value ${name} for parameter MetricDataQueries.member.MetricStat.Stat is not supported.`,
    { queryCode: 'ValidationError' },
  );
}
