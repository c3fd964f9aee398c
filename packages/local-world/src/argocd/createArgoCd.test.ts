import { gitopsFiles } from './__fixtures__/gitopsFiles';
import { startArgo, StartedArgo } from './__fixtures__/startArgo';

// The machine that runs this may be busy with other suites.
jest.setTimeout(30_000);

const APPS = '/dev/api/v1/applications';

let argo: StartedArgo;
afterEach(() => argo.stop());

const statusOf = async (name: string) => {
  const { status } = await argo.app(name);
  return `${status.sync.status}/${status.health.status}`;
};

describe('Argo CD stand-in, reconciling', () => {
  beforeEach(async () => {
    argo = await startArgo({
      ...gitopsFiles('go-worker', 'dev', {
        env: {
          QUEUE_ORDERS_CREATED_URL:
            'https://sqs.eu-west-1.amazonaws.com/111111111111/dev-orders-created',
        },
      }),
      ...gitopsFiles('go-worker', 'prod', { replicas: 3 }),
    });
  });

  it('is synced and healthy at first start', async () => {
    const app = await argo.app('go-worker');
    expect(await statusOf('go-worker')).toBe('Synced/Healthy');
    expect(app.status.history).toHaveLength(1);
    expect(app.status.operationState.phase).toBe('Succeeded');
    expect(app.status.summary.images).toEqual(['ghcr.io/acme/go-worker:1.0.0']);
    expect(argo.world.workloads.get('dev', 'go-worker')).toMatchObject({
      platform: 'eks',
      consumes: ['dev-orders-created'],
      requestsPerSecond: 0,
      replicas: 2,
      image: 'ghcr.io/acme/go-worker:1.0.0',
    });
    expect(argo.world.workloads.get('prod', 'go-worker')?.replicas).toBe(3);
  });

  it('rolls out a merged change pod by pod', async () => {
    const sha = argo.source.push(
      gitopsFiles('go-worker', 'dev', { tag: '1.1.0' }),
      'Release 1.1.0',
    );
    const seen: string[] = [];
    const replicas: number[] = [];
    for (let second = 0; second < 40; second += 1) {
      await argo.clock.advance(1_000);
      const status = await statusOf('go-worker');
      if (seen.at(-1) !== status) seen.push(status);
      replicas.push(
        argo.world.workloads.get('dev', 'go-worker')?.replicas ?? 0,
      );
    }
    expect(seen).toEqual([
      'OutOfSync/Healthy',
      'Synced/Progressing',
      'Synced/Healthy',
    ]);
    expect(Math.min(...replicas)).toBe(2);
    const { status } = await argo.app('go-worker');
    expect(status.sync.revision).toBe(sha);
    expect(status.history.at(-1)).toMatchObject({
      revision: sha,
      initiatedBy: { automated: true },
    });
    expect(status.operationState.syncResult.resources).toHaveLength(2);
    expect(status.summary.images).toEqual(['ghcr.io/acme/go-worker:1.1.0']);
    expect(await argo.app('go-worker', 'prod')).toMatchObject({
      status: { sync: { status: 'Synced', revision: sha } },
    });
  });

  it('records nothing for a commit that changes no manifest', async () => {
    const sha = argo.source.push({ 'gitops/README.md': 'words' }, 'Words');
    await argo.clock.advance(10_000);
    const { status } = await argo.app('go-worker');
    expect(status.sync).toMatchObject({ status: 'Synced', revision: sha });
    expect(status.history).toHaveLength(1);
  });

  it('deploys a new application and removes it with its file', async () => {
    const files = gitopsFiles('order-mailer', 'dev');
    argo.source.push(files, 'Add order-mailer');
    await argo.clock.advance(1_000);
    expect(await statusOf('order-mailer')).toBe('OutOfSync/Missing');
    await argo.clock.advance(30_000);
    expect(await statusOf('order-mailer')).toBe('Synced/Healthy');
    expect(argo.world.workloads.get('dev', 'order-mailer')).toMatchObject({
      replicas: 2,
      requestsPerSecond: 5,
    });
    const path = 'gitops/argocd/dev/order-mailer.yaml';
    argo.source.push({ [path]: undefined }, 'Remove order-mailer');
    await argo.clock.advance(3_000);
    expect((await argo.call(`${APPS}/order-mailer`)).status).toBe(403);
    expect(argo.world.workloads.get('dev', 'order-mailer')).toBeUndefined();
  });

  it('keeps the last state of a broken render and says what is wrong', async () => {
    const path = 'gitops/apps/go-worker/overlays/dev/kustomization.yaml';
    argo.source.push({ [path]: 'resources: [../../nothing]\n' }, 'Break it');
    await argo.clock.advance(5_000);
    const { status } = await argo.app('go-worker');
    expect(status.sync.status).toBe('Unknown');
    expect(status.health.status).toBe('Healthy');
    expect(status.conditions[0]).toMatchObject({
      type: 'ComparisonError',
      message: expect.stringContaining('gitops/apps/go-worker/nothing'),
    });
  });

  it('keeps applications whose file cannot be read, and the others alive', async () => {
    argo.source.push({ 'gitops/argocd/dev/go-worker.yaml': '{' }, 'Break it');
    await argo.clock.advance(5_000);
    expect(await statusOf('go-worker')).toBe('Synced/Healthy');
    expect(JSON.stringify(argo.argo.state?.())).toContain(
      'gitops/argocd/dev/go-worker.yaml',
    );
  });

  it('fails a sync that the API server refuses, once per revision', async () => {
    const path = 'gitops/apps/go-worker/base/deployment.yaml';
    const { [path]: text } = gitopsFiles('go-worker', 'dev');
    argo.source.push(
      { [path]: text.replace('"app":"go-worker"', '"app":"other"') },
      'Break the selector',
    );
    await argo.clock.advance(20_000);
    const { status } = await argo.app('go-worker');
    expect(status.operationState).toMatchObject({ phase: 'Failed' });
    expect(status.operationState.message).toContain(
      '`selector` does not match',
    );
    expect(status.conditions[0].type).toBe('SyncError');
    expect(status.history).toHaveLength(1);
    expect(await statusOf('go-worker')).toBe('OutOfSync/Healthy');
  });

  it('degrades when new pods crash, and keeps the old ones', async () => {
    const annotations = { 'local-world.slipway.io/startup': 'crash-loop' };
    argo.source.push(
      gitopsFiles('go-worker', 'dev', { tag: '2.0.0', annotations }),
      'Release a bad version',
    );
    await argo.clock.advance(20_000);
    expect(await statusOf('go-worker')).toBe('Synced/Progressing');
    await argo.clock.advance(90_000);
    expect(await statusOf('go-worker')).toBe('Synced/Degraded');
    expect(argo.world.workloads.get('dev', 'go-worker')).toMatchObject({
      replicas: 2,
      image: 'ghcr.io/acme/go-worker:1.0.0',
    });
    const tree = (await argo.call(`${APPS}/go-worker/resource-tree`)).body;
    expect(
      tree.nodes.filter(
        (node: { kind: string; health?: { status: string } }) =>
          node.kind === 'Pod' && node.health?.status === 'Degraded',
      ),
    ).toHaveLength(1);
  });

  it('starts again as at first start after a reset', async () => {
    argo.source.push(gitopsFiles('go-worker', 'dev', { tag: '3' }), 'Release');
    await argo.argo.reset?.();
    expect(await statusOf('go-worker')).toBe('Synced/Healthy');
    expect((await argo.app('go-worker')).status.history).toHaveLength(2);
  });
});
