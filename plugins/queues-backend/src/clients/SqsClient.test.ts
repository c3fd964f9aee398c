import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { DefaultAwsClients } from '@slipway/platform-node';
import { SqsClient } from './SqsClient';

type Answer = { readonly status?: number; readonly body: unknown };

/** Says over the wire what a test wants, which no well-behaved stand-in would. */
class Wire {
  readonly #server: Server;
  readonly seen: Array<Record<string, unknown>> = [];
  answers: Answer[] = [];

  constructor() {
    this.#server = createServer((request, response) => {
      void this.#answer(request, response);
    });
  }

  async start(): Promise<string> {
    await new Promise<void>(resolve => {
      this.#server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }

  async #answer(request: IncomingMessage, response: ServerResponse) {
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk);
    }
    const text = Buffer.concat(chunks).toString();
    if (text.startsWith('{')) {
      this.seen.push(JSON.parse(text));
    }
    const { status = 200, body } = (this.answers.length > 1
      ? this.answers.shift()
      : this.answers[0]) ?? {
      body: {},
    };
    response.writeHead(status, {
      'content-type': 'application/x-amz-json-1.0',
    });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  }
}

const failure = (type: string, message = 'secret detail'): Answer => ({
  status: type === 'InternalFailure' ? 500 : 400,
  body: { __type: `com.amazonaws.sqs#${type}`, message },
});
const counts = {
  ApproximateNumberOfMessages: '7',
  ApproximateNumberOfMessagesNotVisible: '1',
  ApproximateNumberOfMessagesDelayed: '0',
};

describe('SqsClient', () => {
  const wire = new Wire();
  const { signal } = new AbortController();
  const queue = {
    arn: 'arn:aws:sqs:eu-west-1:111111111111:orders',
    name: 'orders',
    environment: {
      name: 'dev',
      account: '111111111111',
      region: 'eu-west-1',
    } as never,
  };
  let client: SqsClient;

  beforeAll(async () => {
    process.env.AWS_ENDPOINT_URL_SQS = await wire.start();
    client = new SqsClient(
      DefaultAwsClients.create({
        credentialsManager: {
          getCredentialProvider: async () => ({
            sdkCredentialProvider: async () => ({
              accessKeyId: 'AKIALOCALWORLD000000',
              secretAccessKey: 'local-world-secret',
            }),
          }),
        },
      }),
    );
  });
  beforeEach(() => {
    wire.seen.length = 0;
  });
  afterAll(async () => {
    delete process.env.AWS_ENDPOINT_URL_SQS;
    await wire.stop();
  });

  it('reads settings, and defaults of those that SQS leaves out', async () => {
    wire.answers = [
      {
        body: {
          Attributes: {
            ...counts,
            RedriveAllowPolicy: '{"redrivePermission":"denyAll"}',
            KmsMasterKeyId: 'alias/own',
          },
        },
      },
    ];
    expect(await client.getAttributes(queue, { signal })).toMatchObject({
      visible: 7,
      inFlight: 1,
      encrypted: true,
      isDlq: false,
      redriveAllow: { permission: 'denyAll', sources: [] },
      retentionSeconds: 345_600,
    });
    expect(wire.seen[0]).toMatchObject({
      QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/111111111111/orders',
    });
  });

  it.each<[string, Answer, string, RegExp]>([
    ['no attributes', { body: {} }, 'unreachable', /without counts/],
    [
      'counts that are none',
      { body: { Attributes: { ...counts, ApproximateNumberOfMessages: 'x' } } },
      'unreachable',
      /without counts/,
    ],
    [
      'a redrive policy that is none',
      { body: { Attributes: { ...counts, RedrivePolicy: '{' } } },
      'misconfigured',
      /redrive policy/,
    ],
    [
      'a deleted queue',
      failure('QueueDoesNotExist'),
      'not_found',
      /no such resource/,
    ],
    [
      'the wrong region',
      failure('AWS.SimpleQueueService.NonExistentQueue'),
      'not_found',
      /no such resource/,
    ],
    ['throttling', failure('ThrottlingException'), 'throttled', /throttling/],
    ['its own trouble', failure('InternalFailure'), 'unreachable', /reached/],
    [
      'a clock that is wrong',
      failure('RequestTimeTooSkewed'),
      'misconfigured',
      /clock/,
    ],
    [
      'a denied action',
      failure(
        'AccessDeniedException',
        'User: arn:aws:iam::1:x is not authorized to perform: sqs:GetQueueAttributes because secret',
      ),
      'forbidden',
      /^AWS denied sqs:GetQueueAttributes$/,
    ],
    [
      'a page of a proxy',
      { status: 502, body: '<html>secret</html>' },
      'unreachable',
      /reached/,
    ],
  ])(
    'says so when SQS answers with %s',
    async (_, answer, state, message) => {
      wire.answers = [answer];
      const failed = await client
        .getAttributes(queue, { signal })
        .catch(error => error);
      expect(failed).toMatchObject({
        state,
        message: expect.stringMatching(message),
      });
      expect(failed.message + failed.fix).not.toContain('secret');
    },
    20_000,
  );

  it('takes an allow policy that is none for none', async () => {
    wire.answers = [
      { body: { Attributes: { ...counts, RedriveAllowPolicy: '[' } } },
    ];
    const { redriveAllow, isDlq } = await client.getAttributes(queue, {
      signal,
    });
    expect([redriveAllow, isDlq]).toEqual([undefined, false]);
  });

  it('reads all pages of source queues, also past an empty one', async () => {
    const url = (name: string) => `https://sqs.eu-west-1.x/1/${name}`;
    wire.answers = [
      { body: { queueUrls: [url('a')], NextToken: '1' } },
      { body: { queueUrls: [], NextToken: '2' } },
      { body: { queueUrls: [url('b'), url('c')] } },
    ];
    expect(await client.listSourceQueues(queue, { signal })).toEqual([
      'a',
      'b',
      'c',
    ]);
    expect(wire.seen.map(({ NextToken }) => NextToken)).toEqual([
      undefined,
      '1',
      '2',
    ]);
  });

  it('stops when it is told to', async () => {
    const stopped = AbortSignal.abort();
    await expect(
      client.getAttributes(queue, { signal: stopped }),
    ).rejects.toMatchObject({ state: 'unreachable' });
  });
});
