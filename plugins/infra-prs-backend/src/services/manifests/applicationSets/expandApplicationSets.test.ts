import { readObjects } from '@slipway/infrastructure-code';
import { CommitFiles } from '../CommitFiles';
import { compareObjects } from '../compareObjects';
import { expandApplicationSets } from './expandApplicationSets';
import { setsReached } from './setsReached';

const REPOSITORY = 'https://git.test/acme/infrastructure.git';

/** A commit with these files; their texts are their ids. */
function commit(files: Readonly<Record<string, string>>): CommitFiles {
  const tree = new Map(
    Object.entries(files).map(([path, text]) => [path, { sha: text, size: 1 }]),
  );
  const ok = (text: string) => ({ state: 'ok', data: { text } });
  const blobs = {
    get: async (sha: string) => ok(sha),
    getMany: async (shas: readonly string[]) => shas.map(ok),
  };
  return new CommitFiles(
    { files: tree, truncated: false },
    // Only what it calls.
    blobs as unknown as ConstructorParameters<typeof CommitFiles>[1],
  );
}

const set = (generators: string, more = '', go = false) => `
apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: { name: apps, namespace: argocd }
spec:
  ${go ? 'goTemplate: true' : ''}
  ${more}
  generators: ${generators}
  template:
    metadata: { name: '${
      go
        ? '{{ .path.basename }}-{{ index .path.segments 0 | upper }}'
        : '{{path.basename}}{{name}}-{{path[0]}}'
    }' }
    spec: { source: { path: '${
      go ? '{{.path.path}}' : '{{path}}'
    }' }, destination: { server: '${go ? 's' : '{{server}}'}' } }
`;

async function expand(
  text: string,
  files: Readonly<Record<string, string>> = {},
) {
  const objects = readObjects('gitops/appset.yaml', text);
  const side = commit({ 'gitops/appset.yaml': text, ...files });
  const { objects: made, notes } = await expandApplicationSets(
    objects,
    side,
    url => url === REPOSITORY,
  );
  return {
    notes,
    made: made.map(({ value }) => JSON.parse(JSON.stringify(value))),
  };
}

const git = (rest: string) => `[{ git: { repoURL: ${REPOSITORY}, ${rest} } }]`;
const apps = {
  'gitops/apps/a/x.yaml': '',
  'gitops/apps/b/y/z.yaml': '',
  'gitops/apps/old/x.yaml': '',
  'gitops/apps/.hidden/x.yaml': '',
  'gitops/conf/dev.json': '{ "name": "d", "server": "https://dev" }',
  'gitops/conf/prod.yaml': '- { name: p, server: https://prod }\n',
};

describe('expandApplicationSets', () => {
  it('makes one application of each element of a list', async () => {
    const { made, notes } = await expand(
      set('[{ list: { elements: [{ name: a, server: x }, { name: b }] } }]'),
    );
    expect(notes).toEqual([]);
    expect(made[0]).toEqual({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: {
        name: '{{path.basename}}a-{{path[0]}}',
        namespace: 'argocd',
        finalizers: ['resources-finalizer.argocd.argoproj.io'],
      },
      spec: { source: { path: '{{path}}' }, destination: { server: 'x' } },
    });
    expect(made[1].spec.destination.server).toBe('{{server}}');
  });

  it('makes applications of folders and files of the repository itself', async () => {
    const folders =
      'directories: [{ path: "gitops/apps/*" }, { path: gitops/apps/old, exclude: true }]';
    const plain = await expand(set(git(folders)), apps);
    expect(plain.made.map(({ metadata }) => metadata.name)).toEqual([
      'a{{name}}-gitops',
      'b{{name}}-gitops',
    ]);
    const go = await expand(set(git(folders), '', true), apps);
    expect(go.made.map(({ metadata }) => metadata.name)).toEqual([
      'a-GITOPS',
      'b-GITOPS',
    ]);
    const files = await expand(
      set(
        git('files: [{ path: "gitops/**/dev.*" }, { path: "gitops/conf/*" }]'),
      ),
      apps,
    );
    expect(files.made.map(({ spec }) => spec)).toEqual([
      {
        source: { path: 'gitops/conf' },
        destination: { server: 'https://dev' },
      },
      {
        source: { path: 'gitops/conf' },
        destination: { server: 'https://prod' },
      },
    ]);
  });

  it('multiplies two generators', async () => {
    const { made } = await expand(
      set(
        `[{ matrix: { generators: [${git(
          'directories: [{ path: "gitops/apps/?" }]',
        ).slice(
          1,
          -1,
        )}, { list: { elements: [{ server: x }, { server: y }] } }] } }]`,
      ),
      apps,
    );
    expect(
      made.map(({ spec }) => `${spec.source.path} ${spec.destination.server}`),
    ).toEqual([
      'gitops/apps/a x',
      'gitops/apps/a y',
      'gitops/apps/b x',
      'gitops/apps/b y',
    ]);
  });

  it.each<[string, string, RegExp]>([
    ['clusters', set('[{ clusters: {} }]'), /only Argo CD knows/],
    ['merge', set('[{ merge: { generators: [] } }]'), /not expanded/],
    [
      'another repository',
      set('[{ git: { repoURL: https://x/y, directories: [{ path: a }] } }]'),
      /https:\/\/x\/y is another repository/,
    ],
    [
      'folders that are not read',
      set(git('directories: [{ path: "other/*" }]')),
      /outside of the folders/,
    ],
    [
      'a selector',
      set('[{ list: { elements: [{ a: b }] }, selector: {} }]'),
      /selector/,
    ],
    [
      'a patch',
      set('[{ list: { elements: [{ a: b }] } }]', 'templatePatch: x'),
      /templatePatch/,
    ],
    [
      'a function',
      set(git('directories: [{ path: "gitops/*" }]'), '', true).replace(
        'upper',
        'env "HOME"',
      ),
      /not known here/,
    ],
    [
      'a glob that takes forever',
      set(git(`directories: [{ path: "${'*a'.repeat(20)}" }]`)),
      /outside of|too complicated/,
    ],
    [
      'what is none',
      'kind: ApplicationSet\nspec: 1\n',
      /not as Argo CD has it/,
    ],
  ])('says what it does not know: %s', async (_, text, words) => {
    const { made, notes } = await expand(text, apps);
    expect(made).toEqual([]);
    expect(notes.join()).toMatch(words);
  });

  it('keeps what the set is told to keep', async () => {
    const { made, notes } = await expand(
      set(
        '[{ list: { elements: [{ name: a }] } }]',
        'syncPolicy: { preserveResourcesOnDeletion: true, applicationsSync: create-update }',
      ),
    );
    expect(made[0].metadata).not.toHaveProperty('finalizers');
    expect(notes.join()).toContain('never deleted');
  });

  it('finds the sets that look at what changes', async () => {
    const text = set(git('directories: [{ path: "gitops/apps/*" }]'));
    const side = commit({ ...apps, 'gitops/appset.yaml': text });
    const reached = (path: string) => setsReached([path], [side]);
    expect(await reached('gitops/apps/new/a.yaml')).toEqual([
      'gitops/appset.yaml',
    ]);
    expect(await reached('gitops/conf/a.yaml')).toEqual([]);
  });
});

describe('values of a chart', () => {
  it('are compared one by one, and secrets among them are masked', () => {
    const app = (values: string) =>
      readObjects(
        'a.yaml',
        `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: a }\nspec: { source: { chart: c, helm: { values: ${JSON.stringify(
          values,
        )} } } }\n`,
      );
    const { objects, risks } = compareObjects(
      app('replicas: 2\nadmin: { password: hunter2 }\n'),
      app('replicas: 3\nadmin: { password: hunter3 }\n'),
    );
    expect(objects[0].fields).toEqual([
      { path: 'spec.source.helm.values.replicas', before: '2', after: '3' },
      { path: 'spec.source.helm.values.admin.password', sensitive: true },
    ]);
    expect(risks.map(({ message }) => message)).toEqual([
      'The chart gets other values',
    ]);
    expect(JSON.stringify(objects)).not.toMatch(/hunter/);
  });
});
