import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import { argoApplication, commit } from './__fixtures__/argoApplications';
import { answerEcs, ecsService } from './__testUtils__/ecsReplies';
import {
  startUpstream,
  UpstreamAnswer,
  UpstreamCall,
} from '@slipway/local-world';
import deploymentsPlugin from '.';

const base = '/api/slipway-deployments/v1/entities/component/default';
const ecsArn = 'arn:aws:ecs:eu-west-1:111111111111:service/dev/';

const component = (name: string, annotations: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, annotations },
  spec: { type: 'service', owner: 'orders', lifecycle: 'production' },
});

const entities = [
  component('orders', { 'argocd/app-name': 'orders' }),
  component('labelled', { 'argocd/app-selector': 'team in (orders),!old' }),
  component('bad-selector', { 'argocd/app-selector': 'team in (' }),
  component('hostile', { 'argocd/app-name': '../../api/v1/session' }),
  component('api', { 'aws.amazon.com/amazon-ecs-service-arn': `${ecsArn}api` }),
  component('bare', {}),
];

const environment = (name: string, accountId: string, eks: string) => ({
  name,
  title: name === 'prod' ? 'Production' : 'Development',
  account: accountId,
  region: 'eu-west-1',
  eks: { cluster: eks },
  argocd: { instance: name },
  infrastructure: { path: `terraform/live/${name}` },
});

type Upstream = Awaited<ReturnType<typeof startUpstream>>;
type Answer = (call: UpstreamCall) => UpstreamAnswer;

describe('slipway-deployments', () => {
  let started: Upstream[];
  let answers: { dev: Answer; prod: Answer; git: Answer; ecs: Answer };
  let upstreams: Record<keyof typeof answers, Upstream>;

  const list = (...items: unknown[]): UpstreamAnswer => ({ json: { items } });

  async function start(
    result:
      | AuthorizeResult.ALLOW
      | AuthorizeResult.DENY = AuthorizeResult.ALLOW,
  ) {
    const host = new URL(upstreams.git.url).host;
    const instances = (['dev', 'prod'] as const).map(name => ({
      name,
      url: upstreams[name].url,
      token: 'argo-secret-token',
    }));
    const { server } = await startTestBackend({
      features: [
        deploymentsPlugin,
        catalogServiceMock.factory({ entities }),
        mockServices.permissions.factory({ result }),
        mockServices.rootConfig.factory({
          data: {
            slipway: {
              environments: [
                environment('dev', '111111111111', 'dev-eks'),
                environment('prod', '222222222222', 'prod-eks'),
              ],
              infrastructure: { repo: `${host}/acme/infrastructure` },
            },
            argocd: { appLocatorMethods: [{ type: 'config', instances }] },
            integrations: {
              github: [
                { host, apiBaseUrl: upstreams.git.url, token: 'git-token' },
              ],
            },
            aws: {
              accounts: [
                {
                  accountId: '111111111111',
                  accessKeyId: 'AKIATEST',
                  secretAccessKey: 'secret',
                },
              ],
            },
          },
        }),
      ],
    });
    return server;
  }

  beforeEach(async () => {
    const argo: Answer = ({ url }) => {
      if (url.pathname.endsWith('/metadata')) {
        return {
          json: {
            author: 'Olivia Ortega <olivia@acme.example>',
            message: 'Raise memory\n\nLong story',
            date: '2026-01-02T09:59:00Z',
          },
        };
      }
      return url.pathname.endsWith('/applications')
        ? list(argoApplication('orders'), argoApplication('other'))
        : { status: 404, json: { error: 'no', code: 5, message: 'no' } };
    };
    answers = {
      dev: argo,
      prod: () => list(),
      git: ({ url }) =>
        url.pathname.includes(commit('b'))
          ? {
              json: [
                {
                  number: 12,
                  title: 'Raise memory',
                  merged_at: '2026-01-02T09:59:00Z',
                  base: { ref: 'main' },
                },
              ],
            }
          : { json: [] },
      ecs: call => answerEcs(call, [ecsService('api')]),
    };
    const run = (name: keyof typeof answers) =>
      startUpstream(call => answers[name](call));
    upstreams = {
      dev: await run('dev'),
      prod: await run('prod'),
      git: await run('git'),
      ecs: await run('ecs'),
    };
    started = Object.values(upstreams);
    process.env.AWS_ENDPOINT_URL = upstreams.ecs.url;
  });

  afterEach(() => {
    delete process.env.AWS_ENDPOINT_URL;
    started.forEach(upstream => upstream.stop());
  });

  const get = (server: Parameters<typeof request>[0], name: string) =>
    request(server).get(`${base}/${name}/deployments`);

  it('says what runs where, since when and by which pull request', async () => {
    const server = await start();
    const viewers = Array.from({ length: 20 }, () => get(server, 'orders'));
    const [{ status, body }] = await Promise.all(viewers);
    expect(status).toBe(200);
    expect(body.problems).toEqual([]);
    const [dev, prod] = body.deployments;
    expect(dev).toMatchObject({ state: 'ok', source: { environment: 'dev' } });
    expect(dev.data).toMatchObject({
      environment: 'dev',
      platform: 'argocd',
      phase: 'healthy',
      summary: 'Live matches main@bbbbbbb',
      sync: 'Synced',
      health: 'Healthy',
      deployedAt: '2026-01-02T10:00:00Z',
      images: ['registry.example/orders:1.2.3'],
      consoleUrl: `${upstreams.dev.url}/applications/argocd/orders`,
      revision: {
        sha: commit('b'),
        url: `${upstreams.git.url}/acme/infrastructure/commit/${commit('b')}`,
        author: 'Olivia Ortega',
        message: 'Raise memory',
        pullRequest: {
          number: 12,
          url: '/infra-prs/12',
          title: 'Raise memory',
        },
      },
    });
    expect(dev.data.history).toMatchObject([
      { id: '2', initiatedBy: 'Automatic sync' },
      { id: '1', initiatedBy: 'pat' },
    ]);
    expect(dev.data.history[1].revision).not.toHaveProperty('pullRequest');
    expect(prod.data).toMatchObject({
      phase: 'missing',
      summary: 'Not deployed to Production yet',
    });
    const lists = upstreams.dev.calls.filter(({ url }) =>
      url.pathname.endsWith('/applications'),
    );
    expect(lists).toHaveLength(1);
    const metadata = upstreams.dev.calls.filter(({ url }) =>
      url.pathname.endsWith('/metadata'),
    );
    expect(metadata).toHaveLength(2);
    expect(metadata[0].url.searchParams.get('project')).toBe('orders');
    expect(upstreams.git.calls[0].headers.authorization).toBe(
      'Bearer git-token',
    );
  });

  it.each([
    ['refuses our token', { status: 401, json: {} }, 'misconfigured'],
    ['forbids our account', { status: 403, json: {} }, 'forbidden'],
    ['is broken', { status: 502, json: {} }, 'unreachable'],
    ['answers nonsense', { json: { items: 'many' } }, 'misconfigured'],
  ] as const)('shows dev when Argo CD of prod %s', async (_, answer, state) => {
    answers.prod = () => answer;
    const { status, body, text } = await get(await start(), 'orders');
    expect(status).toBe(200);
    expect(body.deployments).toMatchObject([
      { state: 'ok', data: { phase: 'healthy' } },
      { state, source: { environment: 'prod', target: 'orders' } },
    ]);
    expect(text).not.toContain('argo-secret-token');
  });

  it('shows dev in good time when Argo CD of prod hangs, and says so', async () => {
    answers.prod = () => 'hang';
    const { body } = await get(await start(), 'orders');
    expect(body.deployments).toMatchObject([
      { state: 'ok' },
      { state: 'unreachable', message: 'argocd has not answered yet' },
    ]);
  }, 20_000);

  it('leaves out pull requests and authors when those cannot be had', async () => {
    const argo = answers.dev;
    answers.git = () => 'hang';
    answers.dev = call =>
      call.url.pathname.endsWith('/metadata')
        ? { status: 500, json: { message: 'chart' } }
        : argo(call);
    const { body } = await get(await start(), 'orders');
    const { revision } = body.deployments[0].data;
    expect(revision.sha).toBe(commit('b'));
    expect(revision).not.toHaveProperty('author');
    expect(revision).not.toHaveProperty('pullRequest');
  });

  it('counts the pods of the new revision while it rolls out', async () => {
    const pod = (name: string, parent: string, status: string) => ({
      kind: 'Pod',
      name,
      uid: name,
      parentRefs: [{ kind: 'ReplicaSet', uid: parent }],
      health: { status },
    });
    const replicaSet = (uid: string, createdAt: string) => ({
      kind: 'ReplicaSet',
      name: uid,
      uid,
      createdAt,
      parentRefs: [{ kind: 'Deployment', uid: 'deployment' }],
    });
    answers.dev = ({ url }) =>
      url.pathname.endsWith('/resource-tree')
        ? {
            json: {
              nodes: [
                replicaSet('old', '2026-01-01T00:00:00Z'),
                replicaSet('new', '2026-01-02T00:00:00Z'),
                pod('a', 'old', 'Healthy'),
                pod('b', 'new', 'Healthy'),
                pod('c', 'new', 'Progressing'),
              ],
            },
          }
        : list(
            argoApplication('orders', { health: { status: 'Progressing' } }),
          );
    const { body } = await get(await start(), 'orders');
    expect(body.deployments[0].data).toMatchObject({
      phase: 'progressing',
      summary: 'Rolling out bbbbbbb: 1 of 2 pods ready',
      replicas: { ready: 1, desired: 2 },
    });
  });

  it('finds applications by label and reports selectors it cannot read', async () => {
    const labelled = argoApplication('orders-web', {}, { team: 'orders' });
    const old = argoApplication(
      'orders-v1',
      {},
      { team: 'orders', old: 'yes' },
    );
    answers.dev = () => list(labelled, old, { metadata: 'malformed' });
    const server = await start();
    const { body } = await get(server, 'labelled');
    expect(body.deployments).toHaveLength(2);
    expect(body.deployments[0].data.name).toBe('orders-web');
    const bad = await get(server, 'bad-selector');
    expect(bad.status).toBe(200);
    expect(bad.body.problems).toMatchObject([
      { annotation: 'argocd/app-selector', message: expect.any(String) },
    ]);
  });

  it('looks hostile names up in the list only', async () => {
    const { body } = await get(await start(), 'hostile');
    expect(body.deployments[0].data.phase).toBe('missing');
    for (const { url } of upstreams.dev.calls) {
      expect(url.pathname).toBe('/api/v1/applications');
    }
  });

  it('reads an ECS service with its image', async () => {
    const { body } = await get(await start(), 'api');
    expect(body.deployments).toMatchObject([
      {
        state: 'ok',
        data: {
          platform: 'ecs',
          phase: 'healthy',
          summary: 'Running api:7, 2 of 2 tasks running',
          images: ['registry.example/api:9'],
          replicas: { ready: 2, desired: 2 },
          revision: { sha: 'api:7' },
        },
      },
      { data: { phase: 'missing', platform: 'ecs' } },
    ]);
  });

  it('says why an ECS rollout failed', async () => {
    const failed = {
      rolloutState: 'FAILED',
      rolloutStateReason:
        'ECS deployment circuit breaker: tasks failed to start.',
    };
    answers.ecs = call =>
      answerEcs(call, [ecsService('api', failed, { runningCount: 0 })]);
    const { body } = await get(await start(), 'api');
    const { phase, summary, events } = body.deployments[0].data;
    expect(phase).toBe('failed');
    expect(summary).toContain('because ECS deployment circuit breaker');
    expect(events).toContainEqual(
      expect.objectContaining({
        message: 'A task stopped: Essential container exited',
      }),
    );
  });

  it('has nothing for an entity without annotations', async () => {
    const { body } = await get(await start(), 'bare');
    expect(body).toEqual({ deployments: [], problems: [] });
  });

  it('refuses bad names, unknown entities and strangers', async () => {
    const server = await start();
    expect((await get(server, 'a%20b')).status).toBe(400);
    expect((await get(server, 'nope')).status).toBe(404);
    const anonymous = get(server, 'orders').set(
      'Authorization',
      mockCredentials.none.header(),
    );
    expect((await anonymous).status).toBe(401);
  });

  it('refuses callers without the permission before it asks any upstream', async () => {
    const server = await start(AuthorizeResult.DENY);
    expect((await get(server, 'orders')).status).toBe(403);
    expect(upstreams.dev.calls).toHaveLength(0);
  });
});
