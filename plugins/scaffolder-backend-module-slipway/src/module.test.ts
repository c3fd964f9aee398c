import {
  mockCredentials,
  mockServices,
  TestBackend,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { JsonObject } from '@backstage/types';
import request from 'supertest';
import { parse } from 'yaml';
import { preview, startGoldenBackend } from './__testUtils__/goldenBackend';
import { PREVIEW_TOKEN_HEADER } from './preview/DryRunClient';

// A backend starts, or schemas compile; a busy machine takes its time.
jest.setTimeout(60_000);

const good: JsonObject = {
  name: 'order-mailer',
  description: 'Mails customers',
  owner: 'group:default/orders',
  system: 'system:default/order-system',
  environments: ['dev'],
  platform: 'eks',
  kind: 'worker',
  queues: [{ name: 'order-mailer' }],
};
const TEMPLATE = 'go-service';

const queue = (settings: JsonObject): JsonObject => ({
  name: 'order-mailer',
  ...settings,
});

describe('scaffolder module slipway', () => {
  let backend: TestBackend;

  beforeAll(async () => {
    backend = await startGoldenBackend();
  });

  const post = (body: object, header = mockCredentials.user.header()) =>
    request(backend.server)
      .post('/api/scaffolder/slipway/v1/preview')
      .set('authorization', header)
      .send(body);

  it('lists the environments', async () => {
    const { status, body } = await request(backend.server).get(
      '/api/scaffolder/slipway/v1/environments',
    );
    expect(status).toBe(200);
    expect(body).toEqual({
      items: [
        {
          name: 'dev',
          title: 'Development',
          protection: 'none',
          platforms: expect.any(Array),
        },
        {
          name: 'prod',
          title: 'Production',
          protection: 'reviewed',
          platforms: expect.any(Array),
        },
      ],
    });
  });

  it('keeps the routes of the scaffolder as they were', async () => {
    const { body } = await request(backend.server).get(
      '/api/scaffolder/v2/actions',
    );
    const ids: string[] = body.map(({ id }: { id: string }) => id);
    expect(ids).toEqual(
      expect.arrayContaining([
        'slipway:request:describe',
        'slipway:repository:lookup',
        'slipway:infra:render',
        'slipway:infra:check',
        'slipway:request:open',
        'publish:github:pull-request',
      ]),
    );
    const extensions = await request(backend.server).get(
      '/api/scaffolder/v2/templating-extensions',
    );
    expect(Object.keys(extensions.body.filters)).toEqual(
      expect.arrayContaining([
        'hcl',
        'yamlString',
        'goString',
        'javaString',
        'tsString',
        'jsonString',
        'shellString',
        'markdownText',
        'awsName',
      ]),
    );
  });

  it('asks who is there', async () => {
    const none = mockCredentials.none.header();
    const environments = await request(backend.server)
      .get('/api/scaffolder/slipway/v1/environments')
      .set('authorization', none);
    expect(environments.status).toBe(401);
    const { status } = await post(
      { templateRef: 'template:default/go-service', values: good },
      none,
    );
    expect(status).toBe(401);
  });

  it.each([
    [{}, 'templateRef'],
    [{ templateRef: 'component:default/x', values: {} }, 'templateRef'],
    [{ templateRef: 'template:default/x' }, 'values'],
  ])('refuses the body %j', async (body, field) => {
    const response = await post(body);
    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain(field);
  });

  it('does not know every template', async () => {
    const { status, body } = await post({
      templateRef: 'template:default/none',
      values: good,
    });
    expect(status).toBe(404);
    expect(body.error.message).toContain('template:default/none');
  });

  it('previews only for who may run templates dry', async () => {
    const denied = await startGoldenBackend({
      features: [
        mockServices.permissions.factory({ result: AuthorizeResult.DENY }),
      ],
    });
    const { status } = await preview(denied, TEMPLATE, good);
    expect(status).toBe(403);
    await denied.stop();
  });

  it('shows no repository that only the portal can read to who brings a template', async () => {
    const own = {
      template: {
        apiVersion: 'scaffolder.backstage.io/v1beta3',
        kind: 'Template',
        metadata: { name: 'mine' },
        spec: {
          type: 'service',
          steps: [{ action: 'debug:log', input: { message: 'hello' } }],
        },
      },
      values: {},
      directoryContents: [],
    };
    const dryRun = async (server: TestBackend['server'], header = {}) =>
      request(server)
        .post('/api/scaffolder/v2/dry-run')
        .set('authorization', mockCredentials.user.header())
        .set(header)
        .send(own);
    const permissions = mockServices.permissions.mock({
      authorize: async asked =>
        asked.map(({ permission }) => ({
          result:
            permission.name === 'scaffolder.template.management'
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
        })),
      authorizeConditional: async asked =>
        asked.map(() => ({ result: AuthorizeResult.ALLOW })),
    });
    const strict = await startGoldenBackend({
      features: [permissions.factory],
    });
    const refused = await dryRun(strict.server);
    expect(refused.status).toBe(403);
    expect(refused.body.error.message).toContain(
      'scaffolder.template.management',
    );
    const forged = mockCredentials.user.token();
    expect(
      (await dryRun(strict.server, { [PREVIEW_TOKEN_HEADER]: forged })).status,
    ).toBe(403);
    expect((await preview(strict, TEMPLATE, good)).status).toBe(200);
    await strict.stop();
    expect((await dryRun(backend.server)).status).toBe(200);
  });

  it.each([
    ['quotes', { name: 'order"mailer' }, 'name'],
    ['template syntax', { name: 'a${{ 7*7 }}b' }, 'name'],
    ['HCL syntax', { name: 'a${b}' }, 'name'],
    ['a path', { name: '../../etc/passwd' }, 'name'],
    ['a line break', { name: 'order\nmailer' }, 'name'],
    ['a trailing line break', { name: 'order-mailer\n' }, 'name'],
    ['emoji', { name: 'order📮mailer' }, 'name'],
    ['200 characters', { name: 'a'.repeat(200) }, 'name'],
    ['no name', { name: '' }, 'name'],
    ['a taken name', { name: 'taken' }, `name 'taken' is taken`],
    [
      'a taken queue',
      { queues: [{ name: 'orders-created' }] },
      "queues[0].name: the queue 'dev-orders-created' exists",
    ],
    ['no environment', { environments: [] }, 'environments'],
    [
      'an unknown environment',
      { environments: ['mars'] },
      'choose of dev, prod',
    ],
    ['an unknown owner', { owner: 'group:default/nobody' }, 'owner'],
    ['an owner that is none', { owner: 'component:default/taken' }, 'owner'],
    ['an owner with a line break', { owner: 'group:default/x\ny: z' }, 'owner'],
    ['an unknown system', { system: 'system:default/none' }, 'system'],
    ['a long description', { description: 'x'.repeat(201) }, 'description'],
    ['a description of two lines', { description: 'a\nb' }, 'description'],
    ['two dashes in a row', { name: 'order--mailer' }, 'name'],
    ['a platform that is none', { platform: 'vm' }, 'platform'],
    ['a worker without a queue', { queues: [] }, 'queues'],
    ['a queue twice', { queues: [queue({}), queue({})] }, 'queues[1].name'],
    [
      'too many attempts',
      { queues: [queue({ maxReceiveCount: 21 })] },
      'maxReceiveCount',
    ],
    [
      'attempts that are no number',
      { queues: [queue({ maxReceiveCount: '3' })] },
      'maxReceiveCount',
    ],
    [
      'a short timeout',
      { queues: [queue({ visibilityTimeout: 1 })] },
      'visibilityTimeout',
    ],
    ['a hostile queue', { queues: [{ name: 'x"\n}' }] }, 'queues[0].name'],
    [
      'a queue that is named as a dead-letter queue',
      { queues: [{ name: 'orders-dlq' }] },
      'queues[0].name',
    ],
    [
      'an unknown setting of a queue',
      { queues: [queue({ delay: 3 })] },
      'queues[0]',
    ],
    [
      'dead letters that are gone on arrival',
      { queues: [queue({ retentionDays: 7, dlqRetentionDays: 7 })] },
      'queues[0].dlqRetentionDays must be longer than retentionDays (7)',
    ],
    [
      'deduplication without FIFO',
      { queues: [queue({ contentBasedDeduplication: true, fifo: false })] },
      'queues[0]',
    ],
    [
      'a subscription of no queue',
      {
        subscriptions: [
          { queue: 'other', source: 'topic', name: 'orders-events' },
        ],
      },
      'subscriptions[0].queue',
    ],
    [
      'a topic that there is not',
      {
        subscriptions: [
          { queue: 'order-mailer', source: 'topic', name: 'nothing' },
        ],
      },
      "subscriptions[0].name is 'nothing', but 'dev' has no topic",
    ],
    [
      'a topic to publish to that there is not',
      { publishesTo: ['nothing'] },
      'publishesTo[0]',
    ],
    [
      'a queue to send to that there is not',
      { sendsTo: ['nothing'] },
      "sendsTo[0]: the catalog has no queue 'dev-nothing'",
    ],
    ['replicas upside down', { scaling: { min: 5, max: 2 } }, 'scaling.max'],
  ])('refuses %s and names the field', async (_, values, field) => {
    const { status, message, files } = await preview(backend, TEMPLATE, {
      ...good,
      ...values,
    });
    expect(message).toContain(field);
    expect(status).toBe(400);
    expect(files.size).toBe(0);
  });

  it.each([
    'He said "hi" & left; 100% ${x} %{y}',
    `' OR 1=1 -- <script>alert(1)</script>`,
    'emoji 📮, Ünïcode and \\backslash\\',
    'a: b # c - [d] {e} @acme/platform',
    '<!-- slipway:request {} -->',
    '${{ secrets.backstageToken }} {% raw %} {{ 7 * 7 }} {# x #}',
  ])('carries the description %j through every language', async description => {
    const { status, files } = await preview(backend, TEMPLATE, {
      ...good,
      description,
    });
    expect(status).toBe(200);
    const component = parse(
      files
        .get('infrastructure/catalog/order-mailer.yaml')
        ?.split('\n---\n')[0] ?? '',
    );
    expect(component.metadata.description).toBe(description);
    expect(component.spec.owner).toBe('group:default/orders');
    expect(files.get('service/README.md')).not.toMatch(/<script|<!--/);
  });
});
