/* The checks of the contract stand in a record, so that they run against two subjects. */
/* eslint-disable jest/no-standalone-expect, jest/expect-expect */
import { hasMoto, startMoto } from '../__testUtils__/startMoto';
import { clientsFor, startTestAws } from '../__testUtils__/startTestAws';
import {
  CloudWatchClient,
  DeleteAlarmsCommand,
  DescribeAlarmsCommand,
  GetMetricDataCommand,
  GetMetricDataCommandInput,
  GetMetricStatisticsCommand,
  ListMetricsCommand,
  PutMetricAlarmCommand,
  PutMetricDataCommand,
} from '@aws-sdk/client-cloudwatch';

/** What is under test, and what it is known to do unlike CloudWatch. */
interface CloudWatchSubject {
  readonly cloudWatch: () => CloudWatchClient;
  readonly deviations: ReadonlySet<string>;
}

const Namespace = 'Contract';
/** A whole minute some time ago. */
const start = new Date(Math.floor(Date.now() / 60_000 - 20) * 60_000);
const minute = (at: number) => new Date(start.getTime() + at * 60_000);
const Dimensions = [{ Name: 'Service', Value: 'a' }];

async function seed(client: CloudWatchClient, name: string, values: number[]) {
  await client.send(
    new PutMetricDataCommand({
      Namespace,
      MetricData: values.map((Value, at) => ({
        MetricName: name,
        Dimensions,
        Timestamp: minute(at),
        Value,
      })),
    }),
  );
}

const stat = (
  Id: string,
  MetricName: string,
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

async function query(
  client: CloudWatchClient,
  MetricDataQueries: GetMetricDataCommandInput['MetricDataQueries'],
  more: Partial<GetMetricDataCommandInput> = {},
) {
  const { MetricDataResults } = await client.send(
    new GetMetricDataCommand({
      MetricDataQueries,
      StartTime: start,
      EndTime: minute(10),
      ScanBy: 'TimestampAscending',
      ...more,
    }),
  );
  return MetricDataResults ?? [];
}

const tests: Record<string, (subject: CloudWatchSubject) => Promise<void>> = {
  'stores values and reads their statistics': async ({ cloudWatch }) => {
    const client = cloudWatch();
    await seed(client, 'Basic', [1, 2, 3]);
    await seed(client, 'Basic', [5]);
    const [sum, average, maximum] = await query(client, [
      stat('s', 'Basic'),
      stat('a', 'Basic', 'Average'),
      stat('m', 'Basic', 'Maximum'),
    ]);
    expect(sum).toMatchObject({ Id: 's', StatusCode: 'Complete' });
    expect(sum.Values).toEqual([6, 2, 3]);
    expect(sum.Timestamps).toEqual([minute(0), minute(1), minute(2)]);
    expect(average.Values).toEqual([3, 2, 3]);
    expect(maximum.Values).toEqual([5, 2, 3]);
    const { Datapoints } = await client.send(
      new GetMetricStatisticsCommand({
        Namespace,
        MetricName: 'Basic',
        Dimensions,
        StartTime: start,
        EndTime: minute(10),
        Period: 600,
        Statistics: ['SampleCount', 'Sum'],
      }),
    );
    const total = Datapoints?.reduce((all, item) => all + (item.Sum ?? 0), 0);
    expect(total).toBe(11);
  },

  'lists metrics by namespace and dimension': async ({ cloudWatch }) => {
    await seed(cloudWatch(), 'Listed', [1]);
    const { Metrics } = await cloudWatch().send(
      new ListMetricsCommand({
        Namespace,
        MetricName: 'Listed',
        Dimensions: [{ Name: 'Service' }],
      }),
    );
    expect(Metrics).toEqual([{ Namespace, MetricName: 'Listed', Dimensions }]);
  },

  'describes and deletes alarms': async ({ cloudWatch }) => {
    await cloudWatch().send(
      new PutMetricAlarmCommand({
        AlarmName: 'contract-alarm',
        Namespace,
        MetricName: 'Basic',
        Dimensions,
        Statistic: 'Maximum',
        Period: 60,
        EvaluationPeriods: 1,
        Threshold: 3,
        ComparisonOperator: 'GreaterThanThreshold',
      }),
    );
    const describe = () =>
      cloudWatch().send(
        new DescribeAlarmsCommand({ AlarmNamePrefix: 'contract-' }),
      );
    expect((await describe()).MetricAlarms).toEqual([
      expect.objectContaining({
        AlarmName: 'contract-alarm',
        Threshold: 3,
        StateValue: expect.any(String),
        AlarmArn: expect.stringMatching(/:alarm:contract-alarm$/),
      }),
    ]);
    await cloudWatch().send(
      new DeleteAlarmsCommand({ AlarmNames: ['contract-alarm'] }),
    );
    expect((await describe()).MetricAlarms).toEqual([]);
  },

  'computes metric math': async ({ cloudWatch }) => {
    const client = cloudWatch();
    await seed(client, 'MathA', [10, 20, 40]);
    await seed(client, 'MathB', [1, 2]);
    const of = async (Expression: string) => {
      const [result] = await query(client, [
        stat('a', 'MathA', 'Sum', false),
        stat('b', 'MathB', 'Sum', false),
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

  'refuses more than 500 queries': async ({ cloudWatch }) => {
    const queries = Array.from({ length: 501 }, (_, at) => stat(`q${at}`, 'X'));
    await expect(query(cloudWatch(), queries)).rejects.toMatchObject({
      name: expect.stringMatching(/^Validation(Error|Exception)$/),
    });
  },

  'refuses the namespaces of AWS': async ({ cloudWatch }) => {
    await expect(
      cloudWatch().send(
        new PutMetricDataCommand({
          Namespace: 'AWS/SQS',
          MetricData: [{ MetricName: 'X', Value: 1 }],
        }),
      ),
    ).rejects.toMatchObject({
      name: expect.stringContaining('InvalidParameterValue'),
    });
  },

  'takes zipped bodies': async ({ cloudWatch }) => {
    await seed(
      cloudWatch(),
      'Zipped',
      Array.from({ length: 300 }, () => 1),
    );
    const [result] = await query(cloudWatch(), [stat('z', 'Zipped')]);
    expect(result.Values).toHaveLength(10);
  },

  'pages by datapoints': async ({ cloudWatch }) => {
    const client = cloudWatch();
    await seed(client, 'Paged', [1, 2, 3]);
    const read = (NextToken?: string) =>
      client.send(
        new GetMetricDataCommand({
          MetricDataQueries: [stat('p', 'Paged'), stat('q', 'Paged')],
          StartTime: start,
          EndTime: minute(10),
          ScanBy: 'TimestampAscending',
          MaxDatapoints: 4,
          NextToken,
        }),
      );
    const first = await read();
    expect(
      first.MetricDataResults?.map(item => [
        item.Id,
        item.Values,
        item.StatusCode,
      ]),
    ).toEqual([
      ['p', [1, 2, 3], 'Complete'],
      ['q', [1], 'PartialData'],
    ]);
    const second = await read(first.NextToken);
    expect(
      second.MetricDataResults?.map(item => [
        item.Id,
        item.Values,
        item.StatusCode,
      ]),
    ).toEqual([['q', [2, 3], 'Complete']]);
    expect(second.NextToken).toBeUndefined();
  },
};

/** Runs the contract; what a subject is known to do otherwise must still fail, so that the list stays true. */
function describeCloudWatchContract(
  name: string,
  subject: CloudWatchSubject,
): void {
  describe(`${name}`, () => {
    const titles = Object.keys(tests);
    const kept = titles.filter(title => !subject.deviations.has(title));
    const deviating = titles.filter(title => subject.deviations.has(title));
    it.each(kept)('%s', title => tests[title](subject));
    it.failing.each(deviating)('%s', title => tests[title](subject));
  });
}

describe('CloudWatch contract', () => {
  let ours: Awaited<ReturnType<typeof startTestAws>>;
  beforeAll(async () => {
    ours = await startTestAws();
  });
  afterAll(() => ours.stop());

  describeCloudWatchContract('the AWS stand-in', {
    cloudWatch: () => ours.cloudWatch,
    deviations: new Set(),
  });
});

// Shows as skipped where moto_server is not installed.
(hasMoto() ? describe : describe.skip)(
  'CloudWatch contract against moto',
  () => {
    let moto: Awaited<ReturnType<typeof startMoto>>;
    let clients: ReturnType<typeof clientsFor>;
    beforeAll(async () => {
      moto = await startMoto();
      clients = clientsFor(moto.endpoint, {
        accessKeyId: 'AKIAMOTO000000000000',
        secretAccessKey: 'moto',
      });
    }, 30_000);
    afterAll(() => moto.stop());

    describeCloudWatchContract('moto', {
      cloudWatch: () => clients.cloudWatch,
      // What moto is known to do unlike CloudWatch.
      deviations: new Set([
        'computes metric math',
        'refuses more than 500 queries',
        'refuses the namespaces of AWS',
        'takes zipped bodies',
        'pages by datapoints',
      ]),
    });
  },
);
