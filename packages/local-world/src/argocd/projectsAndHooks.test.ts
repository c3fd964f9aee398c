import { gitopsFiles } from './__fixtures__/gitopsFiles';
import { startArgo, StartedArgo } from './__fixtures__/startArgo';

jest.setTimeout(30_000);

const APPLICATION = 'gitops/argocd/dev/go-worker.yaml';
const OVERLAY = 'gitops/apps/go-worker/overlays/dev';

const inProject = (project: string) => {
  const files = gitopsFiles('go-worker', 'dev');
  return {
    ...files,
    [APPLICATION]: files[APPLICATION].replace(
      '"project":"default"',
      `"project":"${project}"`,
    ),
  };
};

const projectFile = (namespace: string) => ({
  'gitops/argocd/dev/project-orders.yaml': JSON.stringify({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: { name: 'orders', namespace: 'argocd' },
    spec: {
      sourceRepos: ['https://github.com/acme/infrastructure'],
      destinations: [{ server: 'https://kubernetes.default.svc', namespace }],
    },
  }),
});

let argo: StartedArgo;
afterEach(() => argo.stop());

const app = async (project: string) =>
  (
    await argo.call(
      `/dev/api/v1/applications/go-worker?project=${encodeURIComponent(
        project,
      )}`,
    )
  ).body;

describe('projects', () => {
  it('syncs what its project permits', async () => {
    argo = await startArgo({
      ...inProject('orders'),
      ...projectFile('order-*'),
    });
    const { status } = await app('orders');
    expect(status).toMatchObject({
      sync: { status: 'Synced' },
      health: { status: 'Healthy' },
    });
  });

  it.each([
    ['there is none', {}, /project orders which does not exist/],
    [
      'it forbids the namespace',
      projectFile('payments'),
      /namespace 'order-system' do not match any of the allowed destinations/,
    ],
  ])('refuses when %s', async (_, files, message) => {
    argo = await startArgo({ ...inProject('orders'), ...files });
    const { status } = await app('orders');
    expect(status.sync.status).toBe('Unknown');
    expect(status.conditions).toEqual([
      expect.objectContaining({
        type: 'InvalidSpecError',
        message: expect.stringMatching(message),
      }),
    ]);
  });
});

it('runs hooks at each sync and keeps no trace of them', async () => {
  const files = gitopsFiles('go-worker', 'dev');
  argo = await startArgo(files);
  argo.source.push(
    {
      [`${OVERLAY}/job.yaml`]: JSON.stringify({
        apiVersion: 'batch/v1',
        kind: 'Job',
        metadata: {
          name: 'go-worker-migrate',
          annotations: { 'argocd.argoproj.io/hook': 'PreSync' },
        },
        spec: { template: { spec: { containers: [] } } },
      }),
      [`${OVERLAY}/kustomization.yaml`]: files[`${OVERLAY}/kustomization.yaml`]
        .replace('"../../base"', '"../../base","job.yaml"')
        .replace('1.0.0', '1.1.0'),
    },
    'Migrate, then roll out',
  );
  await argo.clock.advance(60_000);
  const { status } = await app('default');
  expect(status.sync.status).toBe('Synced');
  expect(status.operationState.syncResult.resources[0]).toMatchObject({
    kind: 'Job',
    hookType: 'PreSync',
    syncPhase: 'PreSync',
    hookPhase: 'Succeeded',
  });
  expect(status.resources.map((it: { kind: string }) => it.kind)).not.toContain(
    'Job',
  );
});
