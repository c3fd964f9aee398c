import {
  CreateQueueCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { ServiceFactory } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { JsonObject } from '@backstage/types';
import { RunningWorld, startWorld } from '@slipway/local-world';
import { DefaultAwsClients } from '@slipway/platform-node';
import { Server } from 'node:http';
import { testConfig } from '../__fixtures__/testConfig';
import { queueArn } from '../__fixtures__/testEntities';
import queuesPlugin from '../index';

export const DEV = '111111111111';
export const PROD = '222222222222';

/** The embedded AWS with the queues of a test, and portals that read them over the wire. */
export class ReadWorld {
  readonly #world: RunningWorld;
  readonly #running: Array<{ stop(): Promise<void> }> = [];

  static async start(): Promise<ReadWorld> {
    const world = await startWorld({
      clock: 'manual',
      only: ['aws', 'traffic'],
      historyHours: 3,
    });
    process.env.AWS_ENDPOINT_URL = world.urls.aws;
    return new ReadWorld(world);
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

  async createQueue(
    name: string,
    options: {
      account?: string;
      attributes?: Record<string, string>;
      dlq?: string;
      tags?: Record<string, string>;
    } = {},
  ): Promise<void> {
    const { account = DEV, attributes, dlq, tags } = options;
    const redrive = {
      deadLetterTargetArn: queueArn(dlq ?? '', account),
      maxReceiveCount: 5,
    };
    const sqs = await this.#client(account);
    await sqs.send(
      new CreateQueueCommand({
        QueueName: name,
        tags,
        Attributes: {
          ...attributes,
          ...(dlq && { RedrivePolicy: JSON.stringify(redrive) }),
        },
      }),
    );
  }

  async send(name: string, count: number, account = DEV): Promise<void> {
    const sqs = await this.#client(account);
    for (let index = 0; index < count; index += 1) {
      await sqs.send(
        new SendMessageCommand({
          QueueUrl: `https://sqs.eu-west-1.amazonaws.com/${account}/${name}`,
          MessageBody: `${index}`,
        }),
      );
    }
  }

  /** Each portal has caches of its own; {@link ReadWorld.calmDown} stops them. */
  async startPortal(options: {
    entities: Entity[];
    services?: ServiceFactory[];
    queues?: JsonObject;
  }): Promise<Server> {
    const { slipway, ...rest } = testConfig;
    const queues = { watch: { enabled: false }, ...options.queues };
    const backend = await startTestBackend({
      features: [
        queuesPlugin,
        mockServices.rootConfig.factory({
          data: { ...rest, slipway: { ...slipway, queues } },
        }),
        catalogServiceMock.factory({ entities: options.entities }),
        ...(options.services ?? []),
      ],
    });
    this.#running.push(backend);
    return backend.server;
  }

  /** Ends the portals, which would go on reading what was looked at, and all faults. */
  async calmDown(): Promise<void> {
    this.chaos.reset();
    await Promise.all(this.#running.splice(0).map(portal => portal.stop()));
  }

  async stop(): Promise<void> {
    delete process.env.AWS_ENDPOINT_URL;
    await this.#world.stop();
  }

  #client(account: string): Promise<SQSClient> {
    return DefaultAwsClients.create({
      credentialsManager: DefaultAwsCredentialsManager.fromConfig(
        new ConfigReader(testConfig),
      ),
    }).getClient(SQSClient, { account, region: 'eu-west-1' });
  }
}
