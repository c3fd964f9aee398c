import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  ConditionalPolicyDecision,
} from '@backstage/plugin-permission-common';
import searchPlugin from '@backstage/plugin-search-backend';
import catalogCollator from '@backstage/plugin-search-backend-module-catalog';
import { JsonObject } from '@backstage/types';
import { annotations } from '@slipway/platform-common';
import {
  ChangeDocument,
  infraPrsReadPermission,
  RequestSummary,
} from '@slipway/plugin-infra-prs-common';
import { QueueDocument } from '@slipway/plugin-queues-common';
import { Router } from 'express';
import request from 'supertest';
import slipwayModule from './index';

jest.setTimeout(30_000);

const HIDDEN = 'resource:default/prod-secret';
const schedule = { frequency: { hours: 1 }, timeout: { minutes: 1 } };
const config = {
  backend: { baseUrl: 'http://localhost:0' },
  permission: { enabled: true },
  search: {
    collators: {
      catalog: { schedule },
      slipwayQueues: { schedule },
      slipwayChanges: { schedule },
    },
  },
  slipway: {
    environments: [
      {
        name: 'prod',
        account: '222222222222',
        region: 'eu-west-1',
        infrastructure: { path: 'live/prod' },
      },
    ],
  },
};

function queue(name: string, changes: Partial<Entity> = {}): Entity {
  return {
    apiVersion: 'backstage.io/v1beta1',
    kind: 'Resource',
    metadata: {
      name,
      namespace: 'default',
      title: name,
      annotations: {
        [annotations.sqsQueueArn]: `arn:aws:sqs:eu-west-1:222222222222:${name}`,
      },
    },
    spec: { type: 'sqs-queue', owner: 'orders' },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/orders' }],
    ...changes,
  };
}

const entities: Entity[] = [
  queue('prod-invoices', {
    relations: [
      { type: 'ownedBy', targetRef: 'group:default/orders' },
      { type: 'partOf', targetRef: 'system:default/order-system' },
      { type: 'dependsOn', targetRef: 'resource:default/prod-invoices-dlq' },
      { type: 'dependsOn', targetRef: 'resource:default/database' },
    ],
  }),
  queue('prod-invoices-dlq'),
  queue('prod-secret'),
  {
    ...queue('by-aws-config'),
    metadata: {
      name: 'by-aws-config',
      annotations: {
        [annotations.awsResourceType]: 'AWS::SQS::Queue',
        [annotations.awsArn]: 'arn:aws:sqs:eu-west-1:999999999999:elsewhere',
      },
    },
    spec: { type: 'aws', owner: 'orders' },
  },
  {
    ...queue('invoices'),
    kind: 'Component',
    spec: { type: 'service', owner: 'orders' },
  },
];

type Hit = { type: string; document: QueueDocument & ChangeDocument };

const change = (number: number, title: string): RequestSummary => ({
  number,
  title,
  state: 'merged',
  stage: 'live',
  lifeState: 'done',
  stageSince: '2026-11-01T00:00:00Z',
  requesters: ['user:default/olivia'],
  entityRef: 'component:default/mailer',
  owner: 'group:default/orders',
  environments: ['prod'],
  template: 'template:default/go-worker',
  changedAt: '2026-11-01T00:00:00Z',
});

/** Stands in for the plugin slipway-infra-prs, which has its own tests; answers one change a page. */
function changesPlugin(changes: readonly RequestSummary[]) {
  return createBackendPlugin({
    pluginId: 'slipway-infra-prs',
    register(env) {
      env.registerInit({
        deps: { http: coreServices.httpRouter, auth: coreServices.httpAuth },
        async init({ http, auth }) {
          const router = Router();
          router.get('/v1/requests', async (req, res) => {
            await auth.credentials(req, { allow: ['service'] });
            const after = Number(req.query.after);
            const [first, ...rest] = changes.filter(c => c.number > after);
            const next = rest.length > 0 ? first?.number : undefined;
            res.json({ items: first ? [first] : [], next });
          });
          http.use(router);
        },
      });
    },
  });
}

describe('search module', () => {
  const running: Array<{ stop(): Promise<void> }> = [];
  afterEach(async () => {
    await Promise.all(running.splice(0).map(backend => backend.stop()));
  });

  async function start(
    options: {
      search?: JsonObject;
      canRead?: (ref: string) => boolean;
      changes?: readonly RequestSummary[];
      canReadChanges?: boolean;
    } = {},
  ) {
    const { search = config.search, canRead = () => true } = options;
    const { changes, canReadChanges = true } = options;
    const conditional: ConditionalPolicyDecision = {
      result: AuthorizeResult.CONDITIONAL,
      pluginId: 'catalog',
      resourceType: 'catalog-entity',
      conditions: { rule: 'X', resourceType: 'catalog-entity' },
    };
    const permissions = mockServices.permissions.mock({
      authorizeConditional: async requests =>
        requests.map(({ permission }) => {
          if (permission.name !== infraPrsReadPermission.name) {
            return conditional;
          }
          const { ALLOW, DENY } = AuthorizeResult;
          return { result: canReadChanges ? ALLOW : DENY };
        }),
      authorize: async requests =>
        requests.map(({ permission, resourceRef = '' }) => {
          const allowed =
            permission.name === infraPrsReadPermission.name
              ? canReadChanges
              : canRead(resourceRef);
          const { ALLOW, DENY } = AuthorizeResult;
          return { result: allowed ? ALLOW : DENY };
        }),
    });
    const scheduler = mockServices.scheduler();
    const backend = await startTestBackend({
      features: [
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
        searchPlugin,
        catalogCollator,
        slipwayModule,
        ...(changes ? [changesPlugin(changes)] : []),
        mockServices.rootConfig.factory({ data: { ...config, search } }),
        permissions.factory,
        catalogServiceMock.factory({ entities }),
      ],
    });
    running.push(backend);
    const tasks = await scheduler.getScheduledTasks();
    await Promise.all(tasks.map(({ id }) => scheduler.triggerTask(id)));
    return async (term: string, types?: string[]): Promise<Hit[]> => {
      const response = await request(backend.server)
        .get('/api/search/query')
        .query({ term, types });
      expect(response.body).toMatchObject({ results: expect.any(Array) });
      return response.body.results;
    };
  }

  const names = (hits: Hit[]) =>
    hits.map(({ type, document }) => `${type} ${document.title}`).sort();

  it('finds each queue once, with its environment, owner, system and dead-letter queue', async () => {
    const query = await start();
    const hits = await query('invoices');
    expect(names(hits)).toEqual([
      'slipway-queues prod-invoices',
      'slipway-queues prod-invoices-dlq',
      'software-catalog invoices',
    ]);
    const documents = new Map(
      hits.map(({ document }) => [document.title, document]),
    );
    expect(documents.get('prod-invoices')).toMatchObject({
      text: 'SQS queue in prod; owned by orders; part of order-system; dead letters go to prod-invoices-dlq',
      location: '/catalog/default/resource/prod-invoices/queues',
      entityRef: 'resource:default/prod-invoices',
      environment: 'prod',
      owner: 'group:default/orders',
      system: 'system:default/order-system',
      deadLetterQueue: 'prod-invoices-dlq',
    });
    expect(documents.get('prod-invoices-dlq')).toMatchObject({
      deadLettersOf: 'prod-invoices',
      deadLetterQueue: '',
    });
    // What it is authorized by is nobody's business.
    expect(JSON.stringify(hits)).not.toContain('authorization');
  });

  it('finds by environment, owner and role, and what lies in an unknown account', async () => {
    const query = await start();
    expect(names(await query('order-system'))).toContain(
      'slipway-queues prod-invoices',
    );
    const [best] = await query('DLQ', ['slipway-queues']);
    expect(best.document.title).toBe('prod-invoices-dlq');
    const [unknown] = await query('by-aws-config', ['slipway-queues']);
    expect(unknown.document).toMatchObject({ environment: '' });
  });

  it('never finds what the caller may not see', async () => {
    const query = await start({ canRead: ref => ref !== HIDDEN });
    expect(await query('secret')).toEqual([]);
    expect(names(await query('prod', ['slipway-queues']))).toEqual([
      'slipway-queues prod-invoices',
      'slipway-queues prod-invoices-dlq',
    ]);
  });

  it('leaves the results of the catalog alone when told so', async () => {
    const query = await start({
      search: {
        collators: {
          catalog: { schedule },
          slipwayQueues: { schedule, replacesCatalogResults: false },
        },
      },
    });
    expect(names(await query('secret'))).toEqual([
      'slipway-queues prod-secret',
      'software-catalog prod-secret',
    ]);
  });

  it('finds changes of all pages by title, number, people and what they are about', async () => {
    const query = await start({
      changes: [change(3, 'Add a queue'), change(12, 'Resize the table')],
    });
    expect(names(await query('Resize'))).toEqual([
      'slipway-changes Resize the table',
    ]);
    const changesOnly = ['slipway-changes'];
    expect(await query('olivia', changesOnly)).toHaveLength(2);
    expect(await query('mailer', changesOnly)).toHaveLength(2);
    const [hit] = await query('12', changesOnly);
    expect(hit.document).toEqual({
      ...change(12, 'Resize the table'),
      text: 'Change #12, merged; of mailer; in prod; owned by orders; asked for by olivia; by the form go-worker',
      location: '/infra-prs/12',
    });
  });

  it('hides changes from who may not see changes, and has none without their plugin', async () => {
    const changes = [change(3, 'Add a queue')];
    const refused = await start({ changes, canReadChanges: false });
    expect(await refused('queue', ['slipway-changes'])).toEqual([]);
    const without = await start();
    expect(names(await without('orders')).join()).not.toContain(
      'slipway-changes',
    );
  });

  it('names the key of a schedule that cannot be used', async () => {
    await expect(
      start({
        search: {
          collators: { slipwayQueues: { schedule: { frequency: 'often' } } },
        },
      }),
    ).rejects.toThrow('search.collators.slipwayQueues.schedule');
  });
});
