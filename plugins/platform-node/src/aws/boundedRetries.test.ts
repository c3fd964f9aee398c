import { setTimeout as delay } from 'node:timers/promises';
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { AwsCredentialsManager } from '@backstage/integration-aws-node';
import { startUpstream, UpstreamAnswer } from '@slipway/local-world';
import { createSource, key } from '../fetchEngine/__testUtils__/createSource';
import { DefaultAwsClients } from './DefaultAwsClients';
import { mapAwsError } from './mapAwsError';

const credentialsManager: AwsCredentialsManager = {
  getCredentialProvider: async () => ({
    sdkCredentialProvider: async () => ({
      accessKeyId: 'id',
      secretAccessKey: 'secret',
    }),
  }),
};
const place = { account: '111111111111', region: 'eu-west-1' };

describe('reads of AWS through the fetch engine', () => {
  const running: Array<{ stop(): void }> = [];
  afterEach(() => {
    delete process.env.AWS_ENDPOINT_URL;
    running.splice(0).forEach(item => item.stop());
  });

  async function reading(
    answer: (call: number) => UpstreamAnswer,
    deadline: { milliseconds: number },
  ) {
    let calls = 0;
    const upstream = await startUpstream(() => {
      calls += 1;
      return answer(calls);
    });
    process.env.AWS_ENDPOINT_URL = upstream.url;
    const clients = DefaultAwsClients.create({ credentialsManager });
    const { source, engine } = createSource<string>(
      async ([{ id }], { signal }) => {
        try {
          const client = await clients.getClient(SQSClient, place);
          const { Attributes } = await client.send(
            new GetQueueAttributesCommand({ QueueUrl: 'https://sqs/1/q' }),
            { abortSignal: signal },
          );
          return new Map([[id, Attributes?.QueueArn ?? 'none']]);
        } catch (error) {
          throw mapAwsError(error);
        }
      },
      { deadline, patience: { seconds: 15 } },
    );
    running.push(upstream, engine);
    return { source, calls: () => calls };
  }

  const broken = {
    status: 503,
    json: { __type: 'ServiceUnavailable', message: 'later' },
  };

  it('is tried three times at most', async () => {
    const { source, calls } = await reading(() => broken, {
      milliseconds: 10_000,
    });
    expect((await source.get(key('q'))).state).toBe('unreachable');
    expect(calls()).toBe(3);
  }, 20_000);

  it('gets over an upstream that stumbles once', async () => {
    const { source, calls } = await reading(
      call =>
        call === 1 ? broken : { json: { Attributes: { QueueArn: 'arn' } } },
      { milliseconds: 10_000 },
    );
    expect(await source.get(key('q'))).toMatchObject({ data: 'arn' });
    expect(calls()).toBe(2);
  }, 20_000);

  it('ends at the deadline with all its tries, and leaves none behind', async () => {
    const { source, calls } = await reading(() => 'hang', {
      milliseconds: 500,
    });
    expect(await source.get(key('q'))).toMatchObject({
      state: 'unreachable',
      message: 'sqs GetQueueAttributes did not answer within 0.5 s',
    });
    const tried = calls();
    await delay(2_500);
    expect(calls()).toBe(tried);
    expect(tried).toBeLessThanOrEqual(1);
  }, 20_000);
});
