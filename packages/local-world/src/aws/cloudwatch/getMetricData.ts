import { AwsError } from '../server/AwsError';
import { AwsOperation } from '../server/AwsService';
import { cloudWatchOperation, getMetricDataInput } from './metricDataInput';
import { MetricDataQueries } from './MetricDataQueries';
import { MetricStore } from './MetricStore';
import { pageMetricData } from './pageMetricData';

/** A token is the number of datapoints that earlier pages held. */
export function readToken(token: string | undefined): number {
  if (token === undefined) {
    return 0;
  }
  const text = Buffer.from(token, 'base64').toString('utf8');
  if (!/^\d{1,9}$/.test(text)) {
    throw new AwsError(
      'InvalidNextToken',
      'The next token specified is invalid.',
      {
        queryCode: 'InvalidNextToken',
      },
    );
  }
  return Number(text);
}

export const writeToken = (skip: number | undefined): string | undefined =>
  skip === undefined ? undefined : Buffer.from(String(skip)).toString('base64');

/** GetMetricData: statistics and metric math over a time range. */
export const getMetricData = (store: MetricStore): AwsOperation =>
  cloudWatchOperation(getMetricDataInput, (input, call) => {
    const queries = new MetricDataQueries(input.MetricDataQueries, store, {
      account: call.account,
      region: call.region,
      start: input.StartTime * 1000,
      end: input.EndTime * 1000,
    });
    const named = input.MetricDataQueries.flatMap(query =>
      queries.result(query).map(series => ({ id: query.Id, query, series })),
    ).filter(({ query }) => query.ReturnData);
    const page = pageMetricData(named, {
      skip: readToken(input.NextToken),
      limit: input.MaxDatapoints,
      descending: input.ScanBy === 'TimestampDescending',
    });
    return {
      MetricDataResults: page.results,
      Messages: [],
      NextToken: writeToken(page.nextSkip),
    };
  });
