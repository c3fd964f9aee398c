import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  ManifestAnswer,
  manifestAnswerSchema,
  ManifestTarget,
} from '@slipway/plugin-infra-prs-common';
import { gitopsFiles } from './__testUtils__/gitopsFiles';
import { hostile, HOSTILE_CASES } from './__testUtils__/hostileManifests';
import { Files, InfrastructureHost } from './__testUtils__/InfrastructureHost';
import { startPortal } from './__testUtils__/startPortal';

jest.setTimeout(120_000);

const files = gitopsFiles();
let host: InfrastructureHost;
let portal: Awaited<ReturnType<typeof startPortal>>;
let branches = 0;

beforeAll(async () => {
  host = await InfrastructureHost.start();
  const { rest } = await host.as('slipway-bot');
  const main = { owner: 'acme', repo: 'infrastructure', branch: 'main' };
  await rest.repos.deleteBranchProtection(main);
  await host.push({ branch: 'main', files, author: 'slipway-bot' });
  portal = await startPortal(host);
});

afterEach(() => host.chaos.reset());
afterAll(async () => {
  await portal?.stop();
  await host?.stop();
});

const edit = (file: string, from: string | RegExp, to: string): Files => {
  const edited = files[file].replace(from, to);
  expect(edited).not.toBe(files[file]);
  return { [file]: edited };
};
const overlay = (env: string, file: string) =>
  `gitops/apps/go-worker/overlays/${env}/${file}`;

async function open(changed: Files): Promise<number> {
  branches += 1;
  const branch = `manifests-${branches}`;
  return (await host.open({ branch, files: changed })).number;
}

/** On a busy machine a first read may take longer than a reader waits; it goes on for the next one. */
async function read(number: number): Promise<ManifestAnswer> {
  for (let attempt = 1; ; attempt += 1) {
    const path = `/pull-requests/${number}/manifests`;
    const { body, status } = await portal.get('pat', path);
    if (status === 503 && attempt < 4) continue;
    expect({ status, body }).toMatchObject({ status: 200 });
    return manifestAnswerSchema.parse(body);
  }
}

const objectsOf = ({ objects }: ManifestTarget) =>
  objects.map(({ action, key }) => `${action} ${key}`);
const risksOf = ({ risks }: ManifestTarget) =>
  risks.map(({ severity, rule, message }) =>
    [severity, rule, message].join(' | '),
  );

describe('rendered manifests of a change', () => {
  it('show what an image tag does, only where it does', async () => {
    const number = await open(
      edit(overlay('prod', 'kustomization.yaml'), 'bootstrap', '1.4.2'),
    );
    const { report, source } = await read(number);
    expect(source.state).toBe('ok');
    expect(report.notes).toEqual([]);
    expect(report.targets).toHaveLength(1);
    const [target] = report.targets;
    expect(target).toMatchObject({
      path: 'gitops/apps/go-worker/overlays/prod',
      environment: 'prod',
      kind: 'kustomization',
      unchanged: 5,
    });
    expect(objectsOf(target)).toEqual([
      'change Deployment order-system/go-worker',
    ]);
    const image = '222222222222.dkr.ecr.eu-west-1.amazonaws.com/go-worker';
    expect(target.objects[0].fields).toEqual([
      {
        path: 'spec.template.spec.containers[go-worker].image',
        before: `${image}:bootstrap`,
        after: `${image}:1.4.2`,
      },
    ]);
    expect(target.objects[0].patch).toMatch(/^-.*:bootstrap$/m);
    expect(risksOf(target)).toEqual([
      `low | image-changed | Image of go-worker: ${image}:bootstrap → ${image}:1.4.2`,
    ]);
  });

  it('follow bases and components to every environment that uses them', async () => {
    const base = await open(
      edit(
        'gitops/apps/go-worker/base/service.yaml',
        'kind: Service',
        'kind: Service # same',
      ),
    );
    expect((await read(base)).report.targets).toEqual([]);
    const component = await open(
      edit(
        'gitops/components/hardened/container.yaml',
        'allowPrivilegeEscalation: false',
        'allowPrivilegeEscalation: true',
      ),
    );
    const { report } = await read(component);
    expect(report.targets.map(({ path }) => path)).toEqual([
      'gitops/apps/go-worker/overlays/dev',
      'gitops/apps/go-worker/overlays/prod',
      'gitops/apps/quarkus-service/overlays/dev',
      'gitops/apps/quarkus-service/overlays/prod',
    ]);
    expect(risksOf(report.targets[1])).toEqual([
      'high | escalation-allowed | Container go-worker may gain more rights than it started with',
      'high | escalation-allowed | Container go-worker no longer says that it may not gain more rights',
    ]);
  });

  it('say what Argo CD will do', async () => {
    const number = await open(
      edit('gitops/argocd/prod/go-worker.yaml', 'prune: true', 'prune: false'),
    );
    const { report } = await read(number);
    expect(
      report.targets.map(({ path, kind, environment }) => [
        path,
        kind,
        environment,
      ]),
    ).toEqual([['gitops/argocd/prod', 'files', 'prod']]);
    expect(risksOf(report.targets[0])).toEqual([
      'low | argo-prune | Prune is turned off',
    ]);
  });

  it('show a new service whole, and nothing for what is not of Kubernetes', async () => {
    const added = Object.fromEntries(
      Object.entries(files)
        .filter(([path]) => path.includes('apps/go-worker'))
        .map(([path, text]) => [
          path.replace('go-worker', 'parcel'),
          text.replaceAll('go-worker', 'parcel'),
        ]),
    );
    const { report } = await read(await open(added));
    expect(report.targets.map(({ path }) => path)).toEqual([
      'gitops/apps/parcel/overlays/dev',
      'gitops/apps/parcel/overlays/prod',
    ]);
    expect(objectsOf(report.targets[0])).toHaveLength(6);
    expect(
      report.targets[0].objects.every(({ action }) => action === 'add'),
    ).toBe(true);
    const terraform = await open({ 'terraform/live/dev/x.tf': '# x\n' });
    expect((await read(terraform)).report).toMatchObject({
      targets: [],
      notes: [],
    });
  });

  it('compare with where the change began, not with what main is now', async () => {
    const number = await open(
      edit(overlay('dev', 'kustomization.yaml'), 'bootstrap', 'v7'),
    );
    await host.push({
      branch: 'main',
      files: edit(
        overlay('dev', 'horizontalpodautoscaler.yaml'),
        /maxReplicas: \d+/,
        'maxReplicas: 11',
      ),
    });
    const { report } = await read(number);
    expect(report.targets.map(objectsOf)).toEqual([
      ['change Deployment order-system/go-worker'],
    ]);
  });
});

describe('generated config maps', () => {
  it('are followed by their name without the hash', async () => {
    const folder = 'gitops/apps/settings/overlays/dev';
    const made = (level: string) => ({
      [`${folder}/kustomization.yaml`]: `configMapGenerator: [{ name: settings, literals: [LEVEL=${level}] }]\n`,
    });
    await host.push({ branch: 'main', files: made('info') });
    const { report } = await read(await open(made('debug')));
    expect(report.targets.map(objectsOf)).toEqual([
      ['change ConfigMap settings'],
    ]);
    expect(report.targets[0].objects[0].fields).toContainEqual({
      path: 'data.LEVEL',
      before: 'info',
      after: 'debug',
    });
  });
});

describe('generated secrets', () => {
  it('say that they change and what follows them, and never what is in them', async () => {
    const folder = 'gitops/apps/secret/overlays/dev';
    const made = (secret: string) => ({
      [`${folder}/kustomization.yaml`]: `namePrefix: dev-
resources: [pod.yaml]
secretGenerator: [{ name: token, literals: [value=${secret}] }]
replacements: [{ source: { kind: Secret, name: token }, targets: [{ select: { kind: Pod }, fieldPaths: [metadata.labels.uses] }] }]
`,
      [`${folder}/pod.yaml`]: `apiVersion: v1
kind: Pod
metadata: { name: a, labels: { uses: none } }
spec: { containers: [{ name: a, image: a, envFrom: [{ secretRef: { name: token } }] }] }
`,
    });
    await host.push({ branch: 'main', files: made('hunter2') });
    const { report } = await read(await open(made('hunter3')));
    const [target] = report.targets;
    expect(objectsOf(target)).toEqual([
      'change Pod dev-a',
      'change Secret dev-token',
    ]);
    const [pod, secret] = target.objects.map(({ fields }) => fields);
    expect(secret).toContainEqual({ path: 'data.value', sensitive: true });
    expect(pod).toMatchObject([
      {
        path: 'spec.containers[a].envFrom[0].secretRef.name',
        before: expect.stringMatching(/^dev-token-\w{10}$/),
      },
    ]);
    for (const value of ['hunter2', 'hunter3']) {
      const encoded = Buffer.from(value).toString('base64');
      expect(JSON.stringify(report)).not.toContain(value);
      expect(JSON.stringify(report)).not.toContain(encoded);
    }
  });
});

describe('what is too risky', () => {
  it('keeps the change from being merged, and says so on its page', async () => {
    const number = await open(
      edit(
        'gitops/components/hardened/container.yaml',
        'readOnlyRootFilesystem: true',
        'privileged: true',
      ),
    );
    await read(number);
    const { body } = await portal.get('pat', `/pull-requests/${number}`);
    expect(body.blockers).toContainEqual(
      expect.objectContaining({
        code: 'plan_risk',
        message: expect.stringMatching(
          /^What it does to Kubernetes is too risky: Deployment order-system\/go-worker: Container go-worker is privileged, and 3 more like it$/,
        ),
      }),
    );
    const { headSha, planDigest } = body;
    const merge = await portal.post('pat', `/pull-requests/${number}/merge`, {
      headSha,
      planDigest,
    });
    expect(merge.status).toBe(409);
    expect(merge.body.error.message).toContain('is privileged');
  });

  it('is known to a decision that nobody looked at the page before', async () => {
    const gone = 'gitops/argocd/prod/go-worker.yaml';
    const number = await open(edit(gone, 'kind: Application', 'kind: Gone'));
    const { body } = await portal.get('pat', `/pull-requests/${number}`);
    const { headSha, planDigest } = body;
    const merge = await portal.post('pat', `/pull-requests/${number}/merge`, {
      headSha,
      planDigest,
    });
    expect(merge.status).toBe(409);
    expect(merge.body.error.message).toContain(
      'Argo CD deletes all that it deployed',
    );
  });
});

describe('what it costs', () => {
  it('reads a change once, and of the next only what is new', async () => {
    const calls = async (number: number) => {
      const before = { ...host.counter.counts().GitHub };
      await read(number);
      return (
        Object.entries(host.counter.counts().GitHub)
          .map(
            ([operation, count]) =>
              [operation, count - (before[operation] ?? 0)] as const,
          )
          // Others look at pull requests and checks meanwhile.
          .filter(
            ([name, count]) =>
              count > 0 && /compare|git\/|^POST \/$/.test(name),
          )
      );
    };
    const first = await open(
      edit(overlay('prod', 'kustomization.yaml'), 'bootstrap', 'a'),
    );
    await calls(first);
    expect(await calls(first)).toEqual([]);
    const second = await open(
      edit(overlay('prod', 'kustomization.yaml'), 'bootstrap', 'b'),
    );
    const operations = (await calls(second)).map(
      ([name, count]) => `${count} ${name}`,
    );
    expect(operations).toEqual([
      '1 GET /repos/:owner/:repo/compare/*',
      '1 GET /repos/:owner/:repo/git/trees/*',
      // Its one new file, by GraphQL.
      '1 POST /',
    ]);
  });
});

describe('what cannot be shown', () => {
  it.each(HOSTILE_CASES)('is said in words: %s', async (_, changed, words) => {
    const started = Date.now();
    const { report } = await read(await open(changed));
    expect(report.targets.map(({ problem }) => problem ?? '').join()).toMatch(
      words,
    );
    expect(report.targets.flatMap(({ objects }) => objects)).toEqual([]);
    expect(Date.now() - started).toBeLessThan(15_000);
  });

  it('takes names of objects for what they are: names', async () => {
    const { report } = await read(
      await open({
        [hostile]: 'resources: [a.yaml]\n',
        'gitops/apps/hostile/a.yaml':
          'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: __proto__\n  __proto__: { polluted: yes }\ndata: { __proto__: x, token: hunter2 }\n',
      }),
    );
    expect(objectsOf(report.targets[0])).toEqual(['add ConfigMap __proto__']);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(JSON.stringify(report)).not.toContain('hunter2');
  });

  it('is an error with a way out when GitHub fails, and nobody else’s', async () => {
    const number = await open(
      edit(overlay('dev', 'deployment.yaml'), '"8080"', '"8081"'),
    );
    await portal.get('pat', `/pull-requests/${number}`).expect(200);
    host.chaos.set('github', { failRate: 1, failStatus: 502 });
    const failed = await portal.get(
      'pat',
      `/pull-requests/${number}/manifests`,
    );
    expect(failed.status).toBe(503);
    expect(failed.body.error.message).toMatch(/502/);
    await portal
      .getAnonymously(`/pull-requests/${number}/manifests`)
      .expect(401);
    await portal.get('pat', '/pull-requests/x/manifests').expect(400);
    host.chaos.reset();
    await portal.get('pat', '/pull-requests/9999/manifests').expect(404);
  });

  it('is refused without the permission', async () => {
    const closed = await startPortal(host, {
      permissions: AuthorizeResult.DENY,
    });
    const denied = await closed.get('pat', '/pull-requests/1/manifests');
    expect(denied.status).toBe(403);
    await closed.stop();
  });
});
