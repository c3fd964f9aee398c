import { gitopsFiles } from '../__fixtures__/gitopsFiles';
import { startArgo, StartedArgo } from '../__fixtures__/startArgo';

// The machine that runs this may be busy with other suites.
jest.setTimeout(30_000);

const APPS = '/dev/api/v1/applications';

let argo: StartedArgo;
beforeEach(async () => {
  argo = await startArgo({
    ...gitopsFiles('go-worker', 'dev', { automated: false }),
    ...gitopsFiles('quarkus-service', 'dev'),
  });
});
afterEach(() => argo.stop());

const error = (code: number, message: string) => ({
  code,
  error: message,
  message,
});

describe('Argo CD API', () => {
  it.each(['wrong', ''])('refuses the token "%s"', async token => {
    const { status, body } = await argo.call(APPS, { token });
    expect(status).toBe(401);
    expect(body.code).toBe(16);
  });

  it('hides whether an application exists unless a project is named', async () => {
    expect(await argo.call(`${APPS}/nothing`)).toEqual({
      status: 403,
      body: error(7, 'permission denied'),
    });
    expect(await argo.call(`${APPS}/nothing?project=default`)).toEqual({
      status: 404,
      body: error(5, 'applications.argoproj.io "nothing" not found'),
    });
    const foreign = await argo.call(`${APPS}/go-worker?project=other`);
    expect(foreign.status).toBe(403);
    const namespaced = `${APPS}/go-worker?appNamespace=elsewhere`;
    expect((await argo.call(namespaced)).status).toBe(403);
  });

  it('lists by selector, project and name, with the fields asked for', async () => {
    const names = async (query: string) =>
      (await argo.call(`${APPS}?${query}`)).body.items.map(
        (item: { metadata: { name: string } }) => item.metadata.name,
      );
    expect(await names('')).toEqual(['go-worker', 'quarkus-service']);
    expect(await names('selector=team%3Dorders&projects=default')).toHaveLength(
      2,
    );
    expect(await names('selector=team%20in%20(payments)')).toEqual([]);
    expect(await names('projects=other')).toEqual([]);
    expect(await names('name=go-worker')).toEqual(['go-worker']);
    const fields = 'items.metadata.name,items.status.sync.status';
    const { body } = await argo.call(`${APPS}?name=go-worker&fields=${fields}`);
    expect(body).toEqual({
      items: [
        {
          metadata: { name: 'go-worker' },
          status: { sync: { status: 'Synced' } },
        },
      ],
    });
    expect((await argo.call(`${APPS}?selector=(`)).status).toBe(400);
  });

  it('inlines the references in a resource tree', async () => {
    const { body } = await argo.call(`${APPS}/go-worker/resource-tree`);
    const kinds = body.nodes.map((node: { kind: string }) => node.kind);
    expect(kinds.sort()).toEqual([
      'Deployment',
      'Pod',
      'Pod',
      'ReplicaSet',
      'Service',
    ]);
    const pod = body.nodes.find(
      (node: { kind: string }) => node.kind === 'Pod',
    );
    expect(pod).toMatchObject({
      version: 'v1',
      namespace: 'order-system',
      parentRefs: [{ kind: 'ReplicaSet' }],
      health: { status: 'Healthy' },
      images: ['ghcr.io/acme/go-worker:1.0.0'],
    });
  });

  it('answers managed resources with states as JSON text', async () => {
    const { body } = await argo.call(`${APPS}/go-worker/managed-resources`);
    const deployment = body.items.find(
      (item: { kind: string }) => item.kind === 'Deployment',
    );
    expect(JSON.parse(deployment.targetState).spec.replicas).toBe(2);
    expect(JSON.parse(deployment.liveState).status.readyReplicas).toBe(2);
  });

  it('answers the metadata of a revision', async () => {
    const { status } = await argo.app('go-worker');
    const path = `${APPS}/go-worker/revisions`;
    const { body } = await argo.call(
      `${path}/${status.sync.revision}/metadata`,
    );
    expect(body).toMatchObject({
      author: 'Olivia Ortega <olivia@acme.example>',
      message: 'Seed',
    });
    expect((await argo.call(`${path}/v1.2.3/metadata`)).status).toBe(500);
  });

  it('runs one operation at a time', async () => {
    argo.source.push(
      gitopsFiles('go-worker', 'dev', { automated: false, tag: '2' }),
      'Release 2',
    );
    await argo.clock.advance(30_000);
    expect((await argo.app('go-worker')).status.sync.status).toBe('OutOfSync');
    const first = await argo.sync('go-worker', {});
    expect(first.body.status.operationState).toMatchObject({
      phase: 'Running',
      operation: { initiatedBy: { username: 'slipway' } },
    });
    expect(await argo.sync('go-worker', {})).toEqual({
      status: 400,
      body: error(9, 'another operation is already in progress'),
    });
    await argo.clock.advance(30_000);
    const { status } = await argo.app('go-worker');
    expect(status).toMatchObject({
      sync: { status: 'Synced' },
      health: { status: 'Healthy' },
      operationState: { phase: 'Succeeded' },
    });
    expect(status.history).toHaveLength(2);
  });

  it('rolls back where nothing syncs by itself', async () => {
    argo.source.push(
      gitopsFiles('go-worker', 'dev', { automated: false, tag: '2' }),
      'Release 2',
    );
    await argo.clock.advance(1_000);
    await argo.sync('go-worker', {});
    await argo.clock.advance(30_000);
    const missing = await argo.sync('go-worker', { id: 42 }, 'rollback');
    expect(missing.status).toBe(400);
    expect(missing.body.message).toContain('does not have deployment id 42');
    await argo.sync('go-worker', { id: 0 }, 'rollback');
    await argo.clock.advance(30_000);
    const { status } = await argo.app('go-worker');
    expect(status.sync.status).toBe('OutOfSync');
    expect(status.summary.images).toEqual(['ghcr.io/acme/go-worker:1.0.0']);
    const automated = await argo.sync('quarkus-service', { id: 0 }, 'rollback');
    expect(automated.body.message).toContain('auto-sync is enabled');
  });

  it('terminates an operation, but not when none runs', async () => {
    const path = `${APPS}/go-worker/operation`;
    const none = await argo.call(path, { method: 'DELETE' });
    expect(none.status).toBe(400);
    await argo.sync('go-worker', {});
    expect((await argo.call(path, { method: 'DELETE' })).body).toEqual({});
    await argo.clock.advance(2_000);
    const { status } = await argo.app('go-worker');
    expect(status.operationState).toMatchObject({
      phase: 'Failed',
      message: 'Operation terminated',
    });
  });

  it('does a dry run and a sync of chosen resources without history', async () => {
    argo.source.push(
      gitopsFiles('go-worker', 'dev', { automated: false, tag: '2' }),
      'Release 2',
    );
    await argo.clock.advance(1_000);
    await argo.sync('go-worker', { dryRun: true });
    await argo.clock.advance(5_000);
    const dry = (await argo.app('go-worker')).status;
    expect(dry.sync.status).toBe('OutOfSync');
    expect(dry.operationState.syncResult.resources[0].message).toContain(
      'dry run',
    );
    await argo.sync('go-worker', {
      resources: [{ group: 'apps', kind: 'Deployment', name: 'go-worker' }],
    });
    await argo.clock.advance(30_000);
    const partial = (await argo.app('go-worker')).status;
    expect(partial.sync.status).toBe('Synced');
    expect(partial.history).toHaveLength(1);
  });

  it.each([
    ['sync', { prune: 'yes' }, 3],
    ['sync', { revision: 'v0' }, 9],
    ['rollback', {}, 3],
  ])('refuses a bad %s %j', async (action, body, code) => {
    const answer = await argo.sync('go-worker', body, action);
    expect(answer.status).toBe(400);
    expect(answer.body.code).toBe(code);
  });

  it('looks again when asked to refresh', async () => {
    const sha = argo.source.push(
      gitopsFiles('go-worker', 'dev', { automated: false, tag: '2' }),
      'Release 2',
    );
    const { body } = await argo.call(`${APPS}/go-worker?refresh=hard`);
    expect(body.status.sync).toMatchObject({
      status: 'OutOfSync',
      revision: sha,
    });
  });

  it('streams what is there and what changes', async () => {
    const response = await fetch(`${argo.url}/dev/api/v1/stream/applications`, {
      headers: {
        accept: 'text/event-stream',
        authorization: 'Bearer slipway-local-argocd-token',
      },
    });
    const reader = response.body
      ?.pipeThrough(new TextDecoderStream())
      .getReader();
    let text = '';
    const readUntil = async (part: string) => {
      while (!text.includes(part)) {
        const chunk = await reader?.read();
        if (!chunk || chunk.done) throw new Error(`stream ended in: ${text}`);
        text += chunk.value;
      }
    };
    await readUntil('"name":"quarkus-service"');
    expect(text).toMatch(/^data: \{"result":\{"type":"ADDED"/);
    argo.source.push(gitopsFiles('quarkus-service', 'dev', { tag: '2' }), 'v2');
    await argo.clock.advance(1_000);
    await readUntil('"type":"MODIFIED"');
    await reader?.cancel();
  });

  it('has a page for the links of the portal', async () => {
    const response = await fetch(
      `${argo.url}/dev/applications/argocd/go-worker`,
    );
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(await response.text()).toContain('Synced, Healthy');
  });

  it('answers for itself, and says what it does not implement', async () => {
    const paths = [
      'version',
      'v1/session/userinfo',
      'v1/projects',
      'v1/clusters',
    ];
    for (const path of paths) {
      expect((await argo.call(`/dev/api/${path}`)).status).toBe(200);
    }
    expect(
      (await argo.call(`${APPS}/go-worker/events`)).body.items,
    ).not.toEqual([]);
    expect(
      (await argo.call(`${APPS}/go-worker/syncwindows`)).body.canSync,
    ).toBe(true);
    const unknown = await argo.call('/dev/api/v1/settings');
    expect(unknown.status).toBe(501);
    expect(unknown.body.message).toContain('GET /api/v1/settings');
  });

  it('fails as the control says, for one instance', async () => {
    argo.world.chaos.set('argocd/dev', { failRate: 1, failStatus: 502 });
    expect((await argo.call(APPS)).status).toBe(502);
    expect((await argo.call('/prod/api/v1/applications')).status).toBe(200);
    expect(argo.world.counter.counts().ArgoCD).toEqual({
      'GET /api/v1/applications': 2,
    });
  });
});
