import { fileSourceOf } from '../FileSource';
import { buildKustomization } from './buildKustomization';
import { ManifestError } from './ManifestError';

const service = (name: string) =>
  `apiVersion: v1\nkind: Service\nmetadata: { name: ${name} }\nspec: { a: 1 }\n`;

const build = (files: Readonly<Record<string, string>>, strict: boolean) =>
  buildKustomization('over', fileSourceOf(new Map(Object.entries(files))), {
    strict,
  });

const kustomization = (body: string) => ({
  'over/kustomization.yaml': body,
  'over/a.env': 'HOME\n',
  'over/a.yaml': `# first\n---\n${service('a')}---\n${service('b')}`,
});

describe('buildKustomization', () => {
  it('tells where each object stands', async () => {
    const objects = await build(
      kustomization('resources: [a.yaml]\nnamespace: shop\n'),
      true,
    );
    expect(objects.map(({ file, line }) => `${file}:${line}`)).toEqual([
      'over/a.yaml:3',
      'over/a.yaml:8',
    ]);
    expect(objects[0].value.metadata).toEqual({ name: 'a', namespace: 'shop' });
  });

  it('moves and copies with JSON patches, and reaches nothing that objects share', async () => {
    const objects = await build(
      kustomization(`resources: [a.yaml]
patches:
  - target: { name: a }
    patch: |-
      - { op: copy, from: /spec/a, path: /spec/b }
      - { op: move, from: /spec/a, path: /spec/c }
  - target: { name: b }
    patch: |-
      - { op: add, path: /__proto__/polluted, value: 1 }
`),
      false,
    );
    expect(objects.map(({ value }) => value.spec)).toEqual([
      { b: 1, c: 1 },
      { a: 1 },
    ]);
    expect(Object.prototype).not.toHaveProperty('polluted');
  });

  it.each([
    [
      'a field that is not built',
      'helmCharts: [{ name: x }]\n',
      'helmCharts (Helm charts are not rendered)',
    ],
    ['plugins', 'transformers: [x.yaml]\n', 'plugins are not run'],
    ['variables', 'vars: [{ name: X }]\n', 'replacements are'],
    [
      'a generator that takes from the machine',
      'configMapGenerator: [{ name: c, envs: [a.env], behavior: merge }]\n',
      'taken from the machine',
    ],
    [
      'a patch without a match',
      'patches: [{ patch: "{kind: Job, metadata: {name: x}}" }]\n',
      'no',
    ],
    ['a patch that is not there', 'patches: [{ path: p.yaml }]\n', 'exist'],
    ['a file above', 'patches: [{ path: ../p.yaml }]\n', 'reads no other'],
    ['a component elsewhere', 'components: ["https://x/y"]\n', 'remote'],
    ['a component that is not there', 'components: [../c]\n', 'unable to find'],
    ['a ring', 'components: [.]\n', 'cycle'],
    [
      'a path that is not there',
      'patches: [{ target: { name: a }, patch: "[{op: remove, path: /spec/z}]" }]\n',
      'missing path',
    ],
  ])('refuses %s, or goes on without it', async (_, body, message) => {
    const files = kustomization(`resources: [a.yaml]\n${body}`);
    await expect(build(files, true)).rejects.toThrow(ManifestError);
    await expect(build(files, true)).rejects.toThrow(message);
    const objects = await build(files, false);
    const services = objects.filter(({ value }) => value.kind === 'Service');
    expect(services.map(({ value }) => value.spec)).toEqual([
      { a: 1 },
      { a: 1 },
    ]);
  });
});
