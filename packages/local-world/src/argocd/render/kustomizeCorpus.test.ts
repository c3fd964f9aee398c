import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildKustomization,
  fileSourceOf,
  ManifestError,
} from '@slipway/infrastructure-code';
import { KubernetesObject } from '../../kubernetes/KubernetesObject';
import { requireTool } from '../../testing/requireTool';
import { KubectlRenderer } from './KubectlRenderer';
import { KustomizeRenderer } from './KustomizeRenderer';

// The machine that runs this may be busy with other suites.
jest.setTimeout(30_000);

const FOLDER = join(__dirname, '__fixtures__/kustomize');

/** Files of a case: what it is about, then `-- path --` before the content of each. */
function filesOf(name: string): ReadonlyMap<string, string> {
  const text = readFileSync(join(FOLDER, name), 'utf8');
  const [, ...parts] = text.split(/^-- (\S+) --\n/m);
  const files = new Map<string, string>();
  for (let at = 0; at < parts.length; at += 2) {
    files.set(parts[at], parts[at + 1]);
  }
  return files;
}

const cases = readdirSync(FOLDER).filter(name => name.endsWith('.txt'));

const idOf = ({ apiVersion, kind, metadata }: KubernetesObject) =>
  `${apiVersion}/${kind}/${metadata.namespace}/${metadata.name}`;

function byId(objects: readonly KubernetesObject[]) {
  return objects
    .map(object => JSON.parse(JSON.stringify(object)))
    .sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
}

const HAVE_KUBECTL = (() => {
  try {
    execFileSync('kubectl', ['kustomize', '--help'], { stdio: 'ignore' });
    return true;
  } catch {
    return requireTool('kubectl', false, 'the corpus of kustomizations');
  }
})();

(HAVE_KUBECTL ? describe : describe.skip)('the corpus', () => {
  it.each(cases)('is built as kubectl does: %s', async name => {
    const files = filesOf(name);
    const [ours, theirs] = await Promise.all(
      [new KustomizeRenderer(), new KubectlRenderer()].map(renderer =>
        renderer.render(files, 'over'),
      ),
    );
    expect(theirs.length).toBeGreaterThan(1);
    expect(byId(ours)).toEqual(byId(theirs));
  });
});

/** What goes below `resources` of a Pod `a`, a Service `a` and a file of one variable. */
const REFUSED: Readonly<Record<string, string>> = {
  'a patch without a match':
    'patches: [{ patch: "{kind: Job, metadata: {name: x}}" }]',
  'a patch without a name':
    'patches: [{ target: { kind: Pod }, patch: "{spec: {}}" }]',
  'a path that is not there':
    'patches: [{ target: { kind: Pod }, patch: "[{op: remove, path: /spec/z}]" }]',
  'replicas of nothing': 'replicas: [{ name: x, count: 1 }]',
  'a replacement without its source':
    'replacements: [{ source: { kind: Job }, targets: [{ select: { kind: Pod } }] }]',
  'a replacement of a field that is not there':
    'replacements: [{ source: { kind: Pod }, targets: [{ select: { kind: Pod }, fieldPaths: [spec.x] }] }]',
  'a replacement of two sources':
    'replacements: [{ source: { name: a }, targets: [{ select: { kind: Pod } }] }]',
  'a part that is not there':
    'replacements: [{ source: { kind: Pod, options: { delimiter: "-", index: 3 } }, targets: [{ select: { kind: Pod } }] }]',
  'merging with nothing':
    'configMapGenerator: [{ name: x, behavior: merge, literals: [A=1] }]',
  'two of one name': 'configMapGenerator: [{ name: x }, { name: x }]',
  'two keys of one name':
    'configMapGenerator: [{ name: x, literals: [A=1, A=2] }]',
  'a literal without a value':
    'configMapGenerator: [{ name: x, literals: [A] }]',
  'a file that is not there':
    'configMapGenerator: [{ name: x, files: [none.txt] }]',
  'a file above its folder':
    'configMapGenerator: [{ name: x, files: [../above.txt] }]',
  'a field that there is not': 'nothing: 1',
};

(HAVE_KUBECTL ? describe : describe.skip)('both refuse', () => {
  it.each(Object.entries(REFUSED))('%s', async (_, body) => {
    const kind = (name: string) =>
      `apiVersion: v1\nkind: ${name}\nmetadata: { name: a }\nspec: {}\n`;
    const files = new Map([
      ['over/kustomization.yaml', `resources: [all.yaml]\n${body}\n`],
      ['above.txt', 'x'],
      ['over/all.yaml', `${kind('Pod')}---\n${kind('Service')}`],
    ]);
    for (const renderer of [new KustomizeRenderer(), new KubectlRenderer()]) {
      await expect(renderer.render(files, 'over')).rejects.toThrow(
        ManifestError,
      );
    }
  });
});

describe('the corpus without its tool', () => {
  it.each(cases)(
    'is built also where mistakes are left out: %s',
    async name => {
      const source = fileSourceOf(filesOf(name));
      const [strict, lenient] = await Promise.all(
        [true, false].map(each =>
          buildKustomization('over', source, { strict: each }),
        ),
      );
      expect(lenient).toEqual(strict);
    },
  );
});
