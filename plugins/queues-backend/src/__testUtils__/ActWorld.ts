import {
  CreateQueueCommand,
  MessageAttributeValue,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import { RunningWorld, startWorld } from '@slipway/local-world';
import { AwsClients, DefaultAwsClients } from '@slipway/platform-node';
import request from 'supertest';
import { testConfig } from '../__fixtures__/testConfig';
import { componentWith, queueArn } from '../__fixtures__/testEntities';
import {
  createToldMocks,
  portalFeatures,
  PortalOptions,
} from './portalFeatures';

const ACCOUNT = '111111111111';

/** What a sender says, for tests. */
export interface TestMessage {
  readonly body: string;
  readonly attributes?: Record<string, MessageAttributeValue>;
  readonly groupId?: string;
  readonly traceHeader?: string;
}

/** A simulated SQS, on a clock that stands still, and portals that work with it over the wire. */
export class ActWorld {
  #pairs = 0;
  readonly #running: Array<{ stop(): Promise<void> }> = [];

  static async start(): Promise<ActWorld> {
    const world = await startWorld({
      clock: 'manual',
      only: ['aws'],
      historyHours: 0,
    });
    process.env.AWS_ENDPOINT_URL = world.urls.aws;
    return new ActWorld(world);
  }

  private constructor(readonly running: RunningWorld) {}

  get world() {
    return this.running.world;
  }

  get awsClients(): AwsClients {
    return DefaultAwsClients.create({
      credentialsManager: DefaultAwsCredentialsManager.fromConfig(
        new ConfigReader(testConfig),
      ),
    });
  }

  sqs(): Promise<SQSClient> {
    return this.awsClients.getClient(SQSClient, {
      account: ACCOUNT,
      region: 'eu-west-1',
    });
  }

  async createQueue(
    name: string,
    attributes: Record<string, string> = {},
    tags: Record<string, string> = {},
  ): Promise<void> {
    const fifo = name.endsWith('.fifo') ? { FifoQueue: 'true' } : {};
    await (
      await this.sqs()
    ).send(
      new CreateQueueCommand({
        QueueName: name,
        Attributes: { ...fifo, ...attributes },
        tags,
      }),
    );
  }

  /** A queue `x` and its dead-letter queue `x-dlq`; `.fifo` stays at the end. @returns names */
  async createPair(base: string, tags: Record<string, string> = {}) {
    const fifo = base.endsWith('.fifo');
    const name = base.replace(/\.fifo$/, '');
    const dlq = `${name}-dlq${fifo ? '.fifo' : ''}`;
    await this.createQueue(dlq, {}, tags);
    await this.createQueue(base, {
      RedrivePolicy: JSON.stringify({
        deadLetterTargetArn: queueArn(dlq),
        maxReceiveCount: 1,
      }),
    });
    return { source: base, dlq };
  }

  /** Sends messages that all fail, until they are in the dead-letter queue. */
  fail(source: string, messages: readonly TestMessage[]): void {
    const { flow } = this.running.aws;
    const queue = this.queue(source);
    for (const { attributes = {}, ...message } of messages) {
      const wire = Object.entries(attributes).map(([name, value]) => [
        name,
        {
          DataType: value.DataType ?? 'String',
          StringValue: value.StringValue,
          BinaryValue:
            value.BinaryValue &&
            Buffer.from(value.BinaryValue).toString('base64'),
        },
      ]);
      flow.send(
        queue,
        {
          ...message,
          attributes: Object.fromEntries(wire),
          deduplicationId: queue.fifo ? `${Math.random()}` : undefined,
        },
        'test',
      );
    }
    flow.receive(queue, messages.length, 0);
    flow.receive(queue, messages.length, 0);
  }

  /** The queue as the simulated SQS holds it. */
  queue(name: string) {
    const queue = this.running.aws.queues.byArn(queueArn(name));
    if (!queue) throw new Error(`There is no queue ${name}`);
    return queue;
  }

  /** Messages in a queue, hidden or not. */
  count(name: string): number {
    return [...this.queue(name).messages.all()].length;
  }

  hidden(name: string): number {
    return this.running.aws.flow.counts(this.queue(name)).inFlight;
  }

  async receiveAll(name: string) {
    const sqs = await this.sqs();
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: `${this.running.urls.aws}/${ACCOUNT}/${name}`,
        MaxNumberOfMessages: 10,
        VisibilityTimeout: 0,
        MessageSystemAttributeNames: ['All'],
        MessageAttributeNames: ['All'],
      }),
    );
    return Messages;
  }

  /** A component `name` with these queues in its annotation. */
  static component(name: string, queues: readonly string[]): Entity {
    return componentWith(
      name,
      queues.map(queue => queueArn(queue)),
    );
  }

  /** A portal, with what it told auditors, people and pages. */
  async portal(options: PortalOptions = {}) {
    const told = createToldMocks(options);
    const backend = await startTestBackend({
      features: portalFeatures(options, told),
    });
    this.#running.push(backend);
    return {
      ...told,
      backend,
      server: backend.server,
      /** Lets a replica look at redrives, as it does every few seconds. */
      follow: async () => {
        await told.scheduler.triggerTask('slipway-queues-follow-redrives');
      },
    };
  }

  /** A queue with dead letters, and a portal that shows it on the component `orders`. */
  async deadLetters(
    messages: readonly TestMessage[],
    options: PortalOptions & {
      fifo?: boolean;
      tags?: Record<string, string>;
    } = {},
  ) {
    this.#pairs += 1;
    const name = `failing-${this.#pairs}${options.fifo ? '.fifo' : ''}`;
    const pair = await this.createPair(name, options.tags);
    this.fail(pair.source, messages);
    const entities = [ActWorld.component('orders', [pair.source])];
    const portal = await this.portal({ entities, ...options });
    const on = (queue: string, act: string) =>
      `/api/slipway-queues/v1/entities/component/default/orders/queues/dev/${queue}/${act}`;
    return {
      ...pair,
      ...portal,
      entities,
      path: (act: string) => on(pair.dlq, act),
      post: (act: string, sent: object = {}) =>
        request(portal.server).post(on(pair.dlq, act)).send(sent),
      get: (act: string) => request(portal.server).get(on(pair.dlq, act)),
    };
  }

  async stopPortals(): Promise<void> {
    this.world.chaos.reset();
    await Promise.all(this.#running.splice(0).map(it => it.stop()));
  }

  async stop(): Promise<void> {
    await this.stopPortals();
    delete process.env.AWS_ENDPOINT_URL;
    await this.running.stop();
  }
}
