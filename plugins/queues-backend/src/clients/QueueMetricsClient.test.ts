import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { AwsClients } from '@slipway/platform-node';
import { QueueMetricsClient } from './QueueMetricsClient';

const arn = 'arn:aws:sqs:eu-west-1:111111111111:dev-orders';
const queue = {
  arn,
  name: 'dev-orders',
  environment: {
    name: 'dev',
    account: '111111111111',
    region: 'eu-west-1',
  },
};

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
      const client = new CloudWatchClient({ region: 'eu-west-1' });
      const minutes = [
        '2026-01-01T11:58:00Z',
        '2026-01-01T11:59:00Z',
        '2026-01-01T12:00:00Z',
      ].map(time => new Date(time));
      const send = jest.fn(async () => ({
        MetricDataResults: [
          { Id: 'sent_0', Timestamps: minutes, Values: [120, 60, 6] },
        ],
      }));
      Object.assign(client, { send });
      const awsClients: Pick<AwsClients, 'getClient'> = {
        getClient: jest.fn().mockResolvedValue(client),
      };
      const histories = await new QueueMetricsClient(
        awsClients as AwsClients,
      ).getHistories([queue as never], {
        signal: new AbortController().signal,
      });
      expect(histories.get(arn)).toMatchObject({
        sent: expect.arrayContaining([
          { time: Date.parse('2026-01-01T11:58:00Z'), value: 2 },
        ]),
      });
      const { sent } = histories.get(arn) as unknown as {
        sent: Array<{ time: number }>;
      };
      expect(sent.at(-1)?.time).toBe(Date.parse(newest));
    },
  );
});
