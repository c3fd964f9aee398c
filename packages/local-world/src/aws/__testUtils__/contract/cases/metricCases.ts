/* Cases are called from the one test file, aws.contract.test.ts. */
/* eslint-disable jest/no-standalone-expect */
import {
  DeleteAlarmsCommand,
  DescribeAlarmsCommand,
  GetMetricDataCommand,
  GetMetricStatisticsCommand,
  ListMetricsCommand,
  PutMetricAlarmCommand,
  PutMetricDataCommand,
} from '@aws-sdk/client-cloudwatch';
import { ContractCases } from '../ContractSubject';
import { makeMetric, minute, query, stat, START } from '../metricOf';

/** What CloudWatch does with metrics and alarms. */
export const metricCases: ContractCases = {
  'stores values and reads their statistics': async subject => {
    const metric = await makeMetric(subject, 'basic', [1, 2, 3]);
    await metric.put([5]);
    const [sum, average, maximum] = await query(subject, [
      stat('s', metric),
      stat('a', metric, 'Average'),
      stat('m', metric, 'Maximum'),
    ]);
    expect(sum).toMatchObject({ Id: 's', StatusCode: 'Complete' });
    expect(sum.Values).toEqual([6, 2, 3]);
    expect(sum.Timestamps).toEqual([minute(0), minute(1), minute(2)]);
    expect(average.Values).toEqual([3, 2, 3]);
    expect(maximum.Values).toEqual([5, 2, 3]);
  },

  'answers statistics of one metric': async subject => {
    const { Namespace, MetricName, Dimensions } = await makeMetric(
      subject,
      'statistics',
      [6, 2, 3],
    );
    const { Datapoints } = await subject.cloudWatch.send(
      new GetMetricStatisticsCommand({
        Namespace,
        MetricName,
        Dimensions,
        StartTime: START,
        EndTime: minute(10),
        Period: 600,
        Statistics: ['SampleCount', 'Sum'],
      }),
    );
    const total = Datapoints?.reduce((all, item) => all + (item.Sum ?? 0), 0);
    expect(total).toBe(11);
  },

  'answers no values, not zeros, for a metric that is silent':
    async subject => {
      const metric = await makeMetric(subject, 'silent', [1]);
      const [past, never] = await query(
        subject,
        [stat('a', metric), stat('b', { ...metric, MetricName: 'never' })],
        { StartTime: minute(5) },
      );
      expect(past).toMatchObject({ StatusCode: 'Complete', Values: [] });
      expect(never).toMatchObject({ StatusCode: 'Complete', Values: [] });
    },

  'lists metrics by namespace and dimension': async subject => {
    const { Namespace, MetricName, Dimensions } = await makeMetric(
      subject,
      'listed',
      [1],
    );
    const { Metrics } = await subject.cloudWatch.send(
      new ListMetricsCommand({
        Namespace,
        MetricName,
        Dimensions: [{ Name: 'Service' }],
      }),
    );
    expect(Metrics).toEqual([{ Namespace, MetricName, Dimensions }]);
  },

  'describes and deletes alarms': async subject => {
    const { put, ...metric } = await makeMetric(subject, 'alarmed', [1]);
    const AlarmName = subject.unique('alarm');
    await subject.cloudWatch.send(
      new PutMetricAlarmCommand({
        ...metric,
        AlarmName,
        Statistic: 'Maximum',
        Period: 60,
        EvaluationPeriods: 1,
        Threshold: 3,
        ComparisonOperator: 'GreaterThanThreshold',
      }),
    );
    const describe = async () => {
      const { MetricAlarms } = await subject.cloudWatch.send(
        new DescribeAlarmsCommand({ AlarmNamePrefix: AlarmName }),
      );
      return MetricAlarms;
    };
    expect(await describe()).toEqual([
      expect.objectContaining({
        AlarmName,
        Threshold: 3,
        StateValue: expect.any(String),
        AlarmArn: expect.stringMatching(new RegExp(`:alarm:${AlarmName}$`)),
      }),
    ]);
    await subject.cloudWatch.send(
      new DeleteAlarmsCommand({ AlarmNames: [AlarmName] }),
    );
    expect(await describe()).toEqual([]);
  },

  'computes metric math': async subject => {
    const a = await makeMetric(subject, 'a', [10, 20, 40]);
    const b = await makeMetric(subject, 'b', [1, 2]);
    const of = async (Expression: string) => {
      const [result] = await query(subject, [
        stat('a', a, 'Sum', false),
        stat('b', b, 'Sum', false),
        { Id: 'e', Expression },
      ]);
      return result.Values;
    };
    expect(await of('a + b')).toEqual([11, 22]);
    expect(await of('(a - b) * 2 / 3')).toEqual([6, 12]);
    expect(await of('SUM(METRICS())')).toEqual([11, 22, 40]);
    expect(await of('RATE(a) * PERIOD(a)')).toEqual([10, 20]);
    expect(await of('a / SUM(a)')).toEqual([10 / 70, 20 / 70, 40 / 70]);
    expect(await of('IF(a > 15, a, 0)')).toEqual([0, 20, 40]);
    expect((await of('FILL(b, 0)'))?.slice(0, 4)).toEqual([1, 2, 0, 0]);
  },

  'refuses more than 500 queries': async subject => {
    const metric = await makeMetric(subject, 'asked', [1]);
    const queries = Array.from({ length: 501 }, (_, at) =>
      stat(`q${at}`, metric),
    );
    await expect(query(subject, queries)).rejects.toMatchObject({
      name: expect.stringMatching(/^Validation(Error|Exception)$/),
    });
  },

  'answers 500 queries at once': async subject => {
    const metric = await makeMetric(subject, 'asked', [1]);
    const queries = Array.from({ length: 500 }, (_, at) =>
      stat(`q${at}`, metric),
    );
    expect(await query(subject, queries)).toHaveLength(500);
  },

  'refuses the namespaces of AWS': async subject => {
    await expect(
      subject.cloudWatch.send(
        new PutMetricDataCommand({
          Namespace: 'AWS/SQS',
          MetricData: [{ MetricName: 'X', Value: 1 }],
        }),
      ),
    ).rejects.toMatchObject({
      name: expect.stringContaining('InvalidParameterValue'),
    });
  },

  'takes zipped bodies': async subject => {
    // The SDK zips what is longer than 10 KB.
    const values = Array.from({ length: 300 }, () => 1);
    const metric = await makeMetric(subject, 'zipped', values);
    const [result] = await query(subject, [stat('z', metric)]);
    expect(result.Values).toHaveLength(10);
  },

  'pages by datapoints': async subject => {
    const metric = await makeMetric(subject, 'paged', [1, 2, 3]);
    const read = async (NextToken?: string) => {
      const page = await subject.cloudWatch.send(
        new GetMetricDataCommand({
          MetricDataQueries: [stat('p', metric), stat('q', metric)],
          StartTime: START,
          EndTime: minute(10),
          ScanBy: 'TimestampAscending',
          MaxDatapoints: 4,
          NextToken,
        }),
      );
      const rows = page.MetricDataResults?.map(({ Id, Values, StatusCode }) => [
        Id,
        Values,
        StatusCode,
      ]);
      return { rows, next: page.NextToken };
    };
    const first = await read();
    expect(first.rows).toEqual([
      ['p', [1, 2, 3], 'Complete'],
      ['q', [1], 'PartialData'],
    ]);
    const second = await read(first.next);
    expect(second.rows).toEqual([['q', [2, 3], 'Complete']]);
    expect(second.next).toBeUndefined();
  },
};
