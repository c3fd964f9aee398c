import {
  CreateQueueCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { ConfigReader } from '@backstage/config';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import { RunningWorld, startWorld } from '@slipway/local-world';
import { DefaultAwsClients } from '@slipway/platform-node';
import { queueArn } from '../../__fixtures__/testEntities';
import { testConfig } from '../../__fixtures__/testConfig';

const DEV = '111111111111';

/**
 * The embedded AWS with pairs of queues. The time of this process is that of the world, so that a test can let hours pass.
 */
export class WatchedWorld {
  readonly #world: RunningWorld;

  static async start(): Promise<WatchedWorld> {
    const world = await startWorld({ clock: 'manual', only: ['aws'] });
    writeAges(world);
    process.env.AWS_ENDPOINT_URL = world.urls.aws;
    jest.useFakeTimers({
      now: world.world.clock.now(),
      doNotFake: [
        'hrtime',
        'nextTick',
        'performance',
        'queueMicrotask',
        'setImmediate',
        'clearImmediate',
        'setInterval',
        'clearInterval',
        'setTimeout',
        'clearTimeout',
      ],
    });
    return new WatchedWorld(world);
  }

  private constructor(world: RunningWorld) {
    this.#world = world;
  }

  get chaos() {
    return this.#world.world.chaos;
  }

  get counter() {
    return this.#world.world.counter;
  }

  /** Lets time pass in AWS and here alike; CloudWatch gets its values each minute. */
  async pass(minutes: number): Promise<void> {
    await this.#world.world.clock.advance(minutes * 60_000);
    jest.setSystemTime(this.#world.world.clock.now());
  }

  async stop(): Promise<void> {
    jest.useRealTimers();
    delete process.env.AWS_ENDPOINT_URL;
    await this.#world.stop();
  }

  /** A queue and its dead-letter queue, `<name>` and `<name>-dlq`. */
  async createPair(name: string, account = DEV, retention = 345_600) {
    const sqs = await this.#client(account);
    await sqs.send(
      new CreateQueueCommand({
        QueueName: `${name}-dlq`,
        Attributes: { MessageRetentionPeriod: `${retention}` },
      }),
    );
    await sqs.send(
      new CreateQueueCommand({
        QueueName: name,
        Attributes: {
          RedrivePolicy: JSON.stringify({
            deadLetterTargetArn: queueArn(`${name}-dlq`, account),
            maxReceiveCount: 3,
          }),
        },
      }),
    );
  }

  async send(queue: string, count: number, account = DEV): Promise<void> {
    const sqs = await this.#client(account);
    for (let index = 0; index < count; index += 1) {
      await sqs.send(
        new SendMessageCommand({
          QueueUrl: this.#url(queue, account),
          MessageBody: `${index}`,
        }),
      );
    }
  }

  /** Hides all messages for a while, as looking at them does. */
  async peek(queue: string): Promise<void> {
    const sqs = await this.#client(DEV);
    await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: this.#url(queue, DEV),
        MaxNumberOfMessages: 10,
        VisibilityTimeout: 600,
      }),
    );
  }

  async purge(queue: string): Promise<void> {
    const sqs = await this.#client(DEV);
    await sqs.send(new PurgeQueueCommand({ QueueUrl: this.#url(queue, DEV) }));
  }

  #url(queue: string, account: string): string {
    return `https://sqs.eu-west-1.amazonaws.com/${account}/${queue}`;
  }

  #client(account: string): Promise<SQSClient> {
    return DefaultAwsClients.create({
      credentialsManager: DefaultAwsCredentialsManager.fromConfig(
        new ConfigReader(testConfig),
      ),
    }).getClient(SQSClient, { account, region: 'eu-west-1' });
  }
}

/** CloudWatch's ages of queues, each minute, without the traffic of a whole world around them. */
function writeAges({ world: { clock }, aws }: RunningWorld): void {
  clock.every(60_000, () => {
    for (const { identity, messages } of aws.queues.all()) {
      const { account, region, name } = identity;
      const oldest = messages.oldestArrival();
      aws.metrics
        .series({
          account,
          region,
          namespace: 'AWS/SQS',
          name: 'ApproximateAgeOfOldestMessage',
          dimensions: [{ Name: 'QueueName', Value: name }],
        })
        .record(
          clock.now(),
          oldest === undefined ? 0 : (clock.now() - oldest) / 1_000,
        );
    }
  });
}
