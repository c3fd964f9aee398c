import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { AwsClients, UpstreamError } from '@slipway/platform-node';
import { HISTORY_RANGES } from '@slipway/plugin-queues-common';
import { QueueHistory } from '@slipway/plugin-queues-common';
import { ALL_SERIES, maxQueuesPerCall } from './queueMetrics';
import { QueueMetricsClient } from './QueueMetricsClient';

const key = (name: string) => ({
  arn: `arn:aws:sqs:eu-west-1:111111111111:${name}`,
  name,
  environment: { name: 'dev', account: '111111111111', region: 'eu-west-1' },
});

interface Sent {
  readonly input: {
    readonly StartTime: Date;
    readonly EndTime: Date;
    readonly MetricDataQueries: ReadonlyArray<{
      Id: string;
      MetricStat: { Period: number };
    }>;
  };
}

/** The client with CloudWatch answering `pages`, and what CloudWatch was asked. */
function clientWith(...pages: object[]) {
  const client = new CloudWatchClient({ region: 'eu-west-1' });
  const send = jest.fn(async (_: Sent) => pages.shift() ?? {});
  Object.assign(client, { send });
  const awsClients: Pick<AwsClients, 'getClient'> = {
    getClient: jest.fn().mockResolvedValue(client),
  };
  const { signal } = new AbortController();
  return {
    send,
    read: (names: string[], range: { seconds: number; period: number }) =>
      new QueueMetricsClient(awsClients as AwsClients).getHistories(
        names.map(name => key(name) as never),
        { ...range, series: ALL_SERIES },
        { signal },
      ),
  };
}

const historyOf = (
  found: ReadonlyMap<string, QueueHistory | UpstreamError>,
  name: string,
): QueueHistory => {
  const history = found.get(key(name).arn);
  if (!history || history instanceof UpstreamError) {
    throw new Error(`No history of ${name}`);
  }
  return history;
};
const dates = (...times: string[]) =>
  times.map(time => new Date(`2026-01-01T${time}Z`));
const range = HISTORY_RANGES['3h'];

describe('QueueMetricsClient', () => {
  afterEach(() => jest.restoreAllMocks());

  it.each([
    ['2026-01-01T12:00:29Z', '2026-01-01T11:58:00Z'],
    ['2026-01-01T12:00:31Z', '2026-01-01T11:59:00Z'],
    ['2026-01-01T12:00:59Z', '2026-01-01T11:59:00Z'],
  ])(
    'leaves out the minutes that still grow: at %s, the newest is %s',
    async (now, newest) => {
      jest.spyOn(Date, 'now').mockReturnValue(Date.parse(now));
      const { read } = clientWith({
        MetricDataResults: [
          {
            Id: 'sent_0',
            Timestamps: dates('11:58:00', '11:59:00', '12:00:00'),
            Values: [120, 60, 6],
          },
        ],
      });
      const { sent } = historyOf(await read(['orders'], range), 'orders');
      expect(sent).toContainEqual({
        time: Date.parse('2026-01-01T11:58:00Z'),
        value: 2,
      });
      expect(sent.at(-1)?.time).toBe(Date.parse(newest));
    },
  );

  it.each(Object.entries(HISTORY_RANGES))(
    'aligns %s to its period, and makes rates of sums of any length',
    async (_, { seconds, period }) => {
      jest
        .spyOn(Date, 'now')
        .mockReturnValue(Date.parse('2026-01-01T12:00:31Z'));
      const { read, send } = clientWith({
        MetricDataResults: [
          {
            Id: 'sent_0',
            Timestamps: dates('11:00:00'),
            Values: [period * 3],
          },
          { Id: 'visible_0', Timestamps: dates('11:00:00'), Values: [7] },
          { Id: 'oldestAge_0', Timestamps: [], Values: [] },
        ],
      });
      const history = historyOf(
        await read(['orders'], { seconds, period }),
        'orders',
      );
      const { StartTime, EndTime, MetricDataQueries } =
        send.mock.calls[0][0].input;
      expect(EndTime.getTime() % (period * 1000)).toBe(0);
      expect(EndTime.getTime() - StartTime.getTime()).toBe(seconds * 1000);
      expect(
        new Set(MetricDataQueries.map(query => query.MetricStat.Period)),
      ).toEqual(new Set([period]));
      expect(history.sent).toHaveLength(seconds / period);
      expect(history.visible.map(({ time }) => time)).toEqual(
        history.sent.map(({ time }) => time),
      );
      const value = (points: QueueHistory['sent']) =>
        points.find(({ time }) => time === Date.parse('2026-01-01T11:00:00Z'))
          ?.value;
      expect([value(history.sent), value(history.visible)]).toEqual([3, 7]);
      // Silence is no series of zeros.
      expect(history.oldestAge).toEqual([]);
    },
  );

  it('joins pages, and keeps queues apart', async () => {
    jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-01-01T12:00:31Z'));
    const page = (id: string, time: string, value: number) => ({
      Id: id,
      Timestamps: dates(time),
      Values: [value],
    });
    const { read, send } = clientWith(
      {
        MetricDataResults: [
          page('visible_0', '11:00:00', 1),
          page('visible_1', '11:00:00', 5),
        ],
        NextToken: 'more',
      },
      { MetricDataResults: [], NextToken: 'even more' },
      { MetricDataResults: [page('visible_0', '11:01:00', 2)] },
    );
    const found = await read(['a', 'b'], range);
    const known = (name: string) =>
      historyOf(found, name).visible.flatMap(({ value }) => value ?? []);
    expect([known('a'), known('b')]).toEqual([[1, 2], [5]]);
    expect(send).toHaveBeenCalledTimes(3);
  });

  it('fails a queue alone when CloudWatch fails its metric alone', async () => {
    const { read } = clientWith({
      MetricDataResults: [
        { Id: 'sent_0', StatusCode: 'Forbidden' },
        { Id: 'sent_1', StatusCode: 'InternalError' },
        { Id: 'sent_2', StatusCode: 'Complete' },
      ],
    });
    const found = await read(['a', 'b', 'c'], range);
    expect(found.get(key('a').arn)).toMatchObject({ state: 'forbidden' });
    expect(found.get(key('b').arn)).toMatchObject({ state: 'unreachable' });
    expect(found.get(key('c').arn)).toMatchObject({ sent: [] });
  });

  it('asks 500 queries a call at most', () => {
    const most = (series: typeof ALL_SERIES) =>
      maxQueuesPerCall({ ...range, series });
    expect([most(ALL_SERIES), most(['visible', 'oldestAge'])]).toEqual([
      83, 250,
    ]);
  });
});
