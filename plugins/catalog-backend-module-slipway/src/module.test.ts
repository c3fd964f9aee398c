import { setTimeout as delay } from 'node:timers/promises';
import { resolve } from 'node:path';
import {
  CreateQueueCommand,
  DeleteQueueCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { startTestBackend, mockServices } from '@backstage/backend-test-utils';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { RunningWorld, startWorld } from '@slipway/local-world';
import { DefaultAwsClients } from '@slipway/platform-node';
import request from 'supertest';
import catalogModule from './index';

const DEV = '111111111111';
const PROD = '222222222222';

const config = {
  backend: { baseUrl: 'http://localhost:0' },
  slipway: {
    environments: [
      {
        name: 'dev',
        title: 'Development',
        account: DEV,
        region: 'eu-west-1',
        infrastructure: { path: 'terraform/live/dev' },
      },
      {
        name: 'prod',
        account: PROD,
        region: 'eu-west-1',
        infrastructure: { path: 'terraform/live/prod' },
      },
    ],
    catalog: {
      queues: {
        schedule: { frequency: { seconds: 1 }, timeout: { seconds: 30 } },
      },
    },
  },
  aws: {
    mainAccount: {
      region: 'eu-west-1',
      accessKeyId: 'AKIALOCALWORLD000000',
      secretAccessKey: 'local-world-secret',
    },
    accountDefaults: { roleName: 'slipway' },
    accounts: [],
  },
  catalog: {
    processingInterval: { seconds: 1 },
    rules: [{ allow: ['Resource'] }],
  },
};

const arn = (name: string, account = DEV) =>
  `arn:aws:sqs:eu-west-1:${account}:${name}`;

describe('catalog module', () => {
  let world: RunningWorld;

  async function clientOf(account: string) {
    return DefaultAwsClients.create({
      credentialsManager: DefaultAwsCredentialsManager.fromConfig(
        new ConfigReader(config),
      ),
    }).getClient(SQSClient, { account, region: 'eu-west-1' });
  }

  async function createQueue(
    name: string,
    options: {
      account?: string;
      tags?: Record<string, string>;
      dlq?: string;
    } = {},
  ): Promise<string> {
    const { account = DEV, tags, dlq } = options;
    const sqs = await clientOf(account);
    const { QueueUrl = '' } = await sqs.send(
      new CreateQueueCommand({
        QueueName: name,
        tags,
        Attributes: dlq
          ? {
              RedrivePolicy: JSON.stringify({
                deadLetterTargetArn: arn(dlq),
                maxReceiveCount: 3,
              }),
            }
          : {},
      }),
    );
    return QueueUrl;
  }

  beforeAll(async () => {
    world = await startWorld({
      clock: 'manual',
      sourceDir: resolve(__dirname, '../../..'),
    });
    process.env.AWS_ENDPOINT_URL = world.urls.aws;
  }, 60_000);

  afterAll(async () => {
    delete process.env.AWS_ENDPOINT_URL;
    await world?.stop();
  });

  it('keeps queues as Resources with owners and relations, through deletion and a dead account', async () => {
    const owned = { owner: 'team-x', system: 'shop', component: 'mailer' };
    await createQueue('dev-inv-dlq', { tags: owned });
    const url = await createQueue('dev-inv', {
      tags: owned,
      dlq: 'dev-inv-dlq',
    });
    await createQueue('inv', {
      account: PROD,
      tags: { owner: 'user:default/pat' },
    });
    await createQueue('dev-inv-unowned');
    await createQueue('dev-inv-hostile', {
      tags: { owner: 'a:b:c/d e', component: '../x' },
    });

    const scheduler = mockServices.scheduler();
    const run = async () => {
      await scheduler.triggerTask('slipway-queues:dev');
      await scheduler.triggerTask('slipway-queues:prod');
    };
    const { server } = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModule,
        mockServices.rootConfig.factory({ data: config }),
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
      ],
    });
    const names = async (): Promise<Map<string, Entity>> => {
      const { body } = await request(server).get(
        '/api/catalog/entities/by-query?limit=500&filter=spec.type=sqs-queue',
      );
      const items: Entity[] = body.items;
      return new Map(
        items
          .filter(({ metadata }) => metadata.name.includes('inv'))
          .map(entity => [entity.metadata.name, entity]),
      );
    };
    const until = async (done: (found: Map<string, Entity>) => boolean) => {
      for (let tries = 0; tries < 100; tries++) {
        const found = await names();
        if (done(found)) {
          return found;
        }
        await delay(200);
      }
      return names();
    };

    await run();
    const found = await until(
      entities =>
        entities.size >= 3 &&
        (entities.get('dev-inv')?.relations ?? []).length >= 4,
    );
    expect([...found.keys()].sort()).toEqual([
      'dev-inv',
      'dev-inv-dlq',
      'prod-inv',
    ]);
    expect(found.get('dev-inv')).toMatchObject({
      kind: 'Resource',
      metadata: {
        title: 'dev-inv',
        description: 'SQS queue in Development',
        annotations: { 'aws.amazon.com/amazon-sqs-queue-arn': arn('dev-inv') },
      },
      spec: {
        type: 'sqs-queue',
        owner: 'group:default/team-x',
        system: 'system:default/shop',
        dependsOn: ['resource:default/dev-inv-dlq'],
        dependencyOf: ['component:default/mailer'],
      },
    });
    expect(found.get('prod-inv')?.spec?.owner).toBe('user:default/pat');
    expect(found.get('dev-inv-dlq')?.relations).toContainEqual(
      expect.objectContaining({
        type: 'dependencyOf',
        targetRef: 'resource:default/dev-inv',
      }),
    );
    expect(found.get('dev-inv-dlq')?.spec).not.toHaveProperty('dependencyOf');

    world.world.chaos.set(`aws/account/${PROD}`, { dead: true });
    const sqs = await clientOf(DEV);
    await sqs.send(new DeleteQueueCommand({ QueueUrl: url }));
    await run();
    const after = await until(entities => !entities.has('dev-inv'));
    expect([...after.keys()].sort()).toEqual(['dev-inv-dlq', 'prod-inv']);
  }, 90_000);
});
