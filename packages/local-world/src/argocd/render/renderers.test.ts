import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { KubernetesObject } from '../../kubernetes/KubernetesObject';
import { requireTool } from '../../testing/requireTool';
import { CachingRenderer } from './CachingRenderer';
import { KubectlRenderer } from './KubectlRenderer';
import { KustomizeRenderer } from './KustomizeRenderer';

// The machine that runs this may be busy with other suites.
jest.setTimeout(30_000);

const ROOT = join(__dirname, '../../../../..');

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap(name => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

/** Objects by kind and name, so that the order of documents does not matter. */
function byName(objects: readonly KubernetesObject[]) {
  return Object.fromEntries(
    objects.map(object => [`${object.kind}/${object.metadata.name}`, object]),
  );
}

const kustomization = (body: string) =>
  `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n${body}`;

const base = {
  'base/kustomization.yaml': kustomization(
    'resources: [deployment.yaml, service.yaml]\n',
  ),
  'base/deployment.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: example.com/web:1
          env: [{ name: A, value: '1' }, { name: B, value: '2' }]
        - name: sidecar
          image: example.com:5000/sidecar
      volumes: [{ name: tmp, emptyDir: {} }]
`,
  'base/service.yaml': `apiVersion: v1
kind: Service
metadata: { name: web }
spec: { selector: { app: web }, ports: [{ name: http, port: 80 }] }
`,
};

const overlays: Record<string, Record<string, string>> = {
  'labels, images, replicas, namespace, annotations': {
    'over/kustomization.yaml': kustomization(`resources: [../base]
namespace: shop
commonAnnotations: { team: orders }
labels:
  - pairs: { env: dev }
  - pairs: { tier: front }
    includeSelectors: true
  - pairs: { seen: 'yes' }
    includeTemplates: true
images:
  - { name: example.com/web, newTag: '2' }
  - { name: 'example.com:5000/sidecar', newName: other/sidecar, digest: 'sha256:${'a'.repeat(
    64,
  )}' }
replicas: [{ name: web, count: 3 }]
`),
  },
  'one patch for objects of several kinds': {
    'over/kustomization.yaml': kustomization(`resources: [../base]
patches:
  - path: any.yaml
    target: { kind: Deployment|Service }
`),
    'over/any.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: { name: any, annotations: { seen: 'yes' } }
`,
  },
  'strategic merge and JSON patches': {
    'over/kustomization.yaml': kustomization(`resources: [../base]
patches:
  - path: env.yaml
  - target: { kind: Service, name: w.* }
    patch: |-
      - op: replace
        path: /spec/ports/0/port
        value: 8080
      - op: add
        path: /metadata/annotations
        value: { a~b/c: x }
  - target: { kind: Deployment }
    patch: |-
      apiVersion: apps/v1
      kind: Deployment
      metadata: { name: ignored }
      spec: { template: { spec: { volumes: [{ name: cache, emptyDir: {} }] } } }
`),
    'over/env.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, labels: { patched: 'true' } }
spec:
  template:
    spec:
      containers:
        - name: web
          env:
            - { name: B, $patch: delete }
            - { name: C, value: '3' }
        - name: extra
          image: example.com/extra
`,
  },
  'patches of a later list item': {
    'over/kustomization.yaml': kustomization(`resources: [../base]
patches:
  - patch: |-
      apiVersion: apps/v1
      kind: Deployment
      metadata: { name: web }
      spec: { template: { spec: { containers: [{ name: sidecar, env: [{ name: X, value: y }] }] } } }
`),
  },
  'names with a hash of what is in them': {
    'over/kustomization.yaml': kustomization(`resources: [../base]
configMapGenerator:
  - { name: settings, literals: [B=2, 'A=<x> & y'], files: [app.properties] }
patches:
  - target: { kind: Deployment }
    patch: |-
      - op: add
        path: /spec/template/spec/containers/0/envFrom
        value: [{ configMapRef: { name: settings } }, { secretRef: { name: settings } }]
      - op: add
        path: /spec/template/spec/volumes/-
        value: { name: settings, configMap: { name: settings } }
`),
    'over/app.properties': 'a=1\nb=\u00fc\n',
  },
  'components and generated config maps': {
    'over/kustomization.yaml': kustomization(`resources: [../base]
components: [../probe]
configMapGenerator:
  - name: settings
    literals: [LEVEL=debug, 'QUOTED="a=b"']
    files: [app.properties, renamed=app.properties]
generatorOptions: { disableNameSuffixHash: true }
`),
    'over/app.properties': 'a=1\nb=2\n',
    'probe/kustomization.yaml': `apiVersion: kustomize.config.k8s.io/v1alpha1
kind: Component
patches:
  - target: { kind: Deployment }
    patch: |-
      - op: add
        path: /spec/template/spec/containers/0/livenessProbe
        value: { httpGet: { path: /healthz, port: 80 } }
`,
  },
};

describe('KustomizeRenderer', () => {
  const renderer = new CachingRenderer(new KustomizeRenderer());
  const render = (files: Record<string, string>, path = 'over') =>
    renderer.render(new Map(Object.entries({ ...base, ...files })), path);

  it.each([
    [
      'an unknown field',
      'resources: [../base]\nhelmCharts: []\n',
      /helmCharts/,
    ],
    ['remote resources', 'resources: [https://example.com/x.yaml]\n', /remote/],
    ['paths outside', 'resources: [../../../etc/passwd]\n', /outside/],
    ['a missing file', 'resources: [nothing.yaml]\n', /over\/nothing.yaml/],
    ['broken YAML', 'resources: [\n', /over\/kustomization.yaml/],
    ['cycles', 'resources: [../over]\n', /cycle/],
    [
      'variables from files that are not there',
      'configMapGenerator: [{ name: a, envs: [a.env] }]\n',
      /'a.env' does not exist/,
    ],
    [
      'patches without a match',
      'resources: [../base]\npatches: [{ patch: "{kind: Job, metadata: {name: x}}" }]\n',
      /no matches/,
    ],
  ])('refuses %s', async (_, body, message) => {
    await expect(
      render({ 'over/kustomization.yaml': kustomization(body) }),
    ).rejects.toThrow(message);
  });

  it('says that a path does not exist', async () => {
    await expect(render({}, 'nowhere')).rejects.toThrow('does not exist');
  });
});

const HAVE_KUBECTL = (() => {
  try {
    execFileSync('kubectl', ['kustomize', '--help'], { stdio: 'ignore' });
    return true;
  } catch {
    return requireTool('kubectl', false, 'comparing the renderers');
  }
})();

(HAVE_KUBECTL ? describe : describe.skip)('against kubectl', () => {
  const renderBoth = async (
    files: ReadonlyMap<string, string>,
    path: string,
  ) => {
    const renderers = [new KustomizeRenderer(), new KubectlRenderer()];
    const [ours, theirs] = await Promise.all(
      renderers.map(each => new CachingRenderer(each).render(files, path)),
    );
    expect(theirs.length).toBeGreaterThan(1);
    return { ours: byName(ours), theirs: byName(theirs) };
  };

  it.each(Object.entries(overlays))('renders %s alike', async (_, files) => {
    const all = new Map(Object.entries({ ...base, ...files }));
    const { ours, theirs } = await renderBoth(all, 'over');
    expect(ours).toEqual(theirs);
  });

  const repository = new Map(
    filesBelow(join(ROOT, 'gitops')).map(path => [
      relative(ROOT, path),
      readFileSync(path, 'utf8'),
    ]),
  );
  const folders = [...repository.keys()]
    .filter(path => /overlays\/[^/]+\/kustomization.yaml$/.test(path))
    .map(path => path.replace('/kustomization.yaml', ''));

  it.each(folders)('renders %s of this repository alike', async folder => {
    const { ours, theirs } = await renderBoth(repository, folder);
    expect(ours).toEqual(theirs);
  });
});
