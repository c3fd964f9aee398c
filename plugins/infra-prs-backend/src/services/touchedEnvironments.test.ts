import { dev, file, prod } from '../__testUtils__/facts';
import { touchedEnvironments } from './touchedEnvironments';

const added = { status: 'added' };
const catalog = (...lines: string[]) =>
  file('catalog/a.yaml', {
    ...added,
    additions: lines.length,
    patch: [
      `@@ -0,0 +1,${lines.length} @@`,
      ...lines.map(line => `+${line}`),
    ].join('\n'),
  });

describe('touchedEnvironments', () => {
  it.each([
    ['a root of one', [file('terraform/live/dev/services/a/main.tf')], ['dev']],
    ['an overlay', [file('gitops/apps/a/overlays/prod/k.yaml')], ['prod']],
    ['an Argo CD application', [file('gitops/argocd/dev/a.yaml')], ['dev']],
    ['a shared module', [file('terraform/modules/q/main.tf')], ['dev', 'prod']],
    [
      'the base of an app',
      [file('gitops/apps/a/base/d.yaml')],
      ['dev', 'prod'],
    ],
    [
      'the base of an app that is new',
      [
        file('gitops/apps/a/base/kustomization.yaml', added),
        file('gitops/apps/a/base/deployment.yaml', added),
        file('gitops/apps/a/overlays/dev/kustomization.yaml', added),
      ],
      ['dev'],
    ],
    [
      'the base of another app beside a new one',
      [
        file('gitops/apps/a/base/kustomization.yaml', added),
        file('gitops/apps/b/base/deployment.yaml'),
      ],
      ['dev', 'prod'],
    ],
    ['what nobody knows', [file('Makefile')], ['dev', 'prod']],
    ['prose', [file('docs/a.md'), file('terraform/live/prod/README.md')], []],
    [
      'prose that a workload can read',
      [file('gitops/apps/a/overlays/prod/motd.md')],
      ['prod'],
    ],
    [
      'the base of an app that gets a second kustomization',
      [
        file('gitops/apps/a/base/extra/kustomization.yaml', added),
        file('gitops/apps/a/base/deployment.yaml'),
      ],
      ['dev', 'prod'],
    ],
    [
      'the base of an app whose kustomization is only replaced',
      [
        file('gitops/apps/a/base/kustomization.yaml', added),
        file('gitops/apps/a/base/kustomization.yml', { status: 'removed' }),
        file('gitops/apps/a/base/deployment.yaml', added),
      ],
      ['dev', 'prod'],
    ],
    ['a new catalog file', [catalog('kind: Component', 'spec: {}')], []],
    [
      'several entities in a new catalog file',
      [catalog('kind: Component', '---', 'kind: Resource', '---')],
      [],
    ],
    [
      'people written in one line',
      [catalog('{apiVersion: backstage.io/v1alpha1, kind: User}')],
      ['dev', 'prod'],
    ],
    ['people behind an escape', [catalog('kind: "\\x55ser"')], ['dev', 'prod']],
    [
      'people in a second document',
      [catalog('kind: Component', '---', '? kind', ': Group')],
      ['dev', 'prod'],
    ],
    ['a catalog file that is no YAML', [catalog('kind: {')], ['dev', 'prod']],
    [
      'a catalog file that is shown only in part',
      [{ ...catalog('kind: Component'), additions: 2 }],
      ['dev', 'prod'],
    ],
    [
      'people in a new catalog file',
      [
        file('catalog/a.yaml', {
          ...added,
          patch: '@@ -0,0 +1 @@\n+kind: "Group"',
        }),
      ],
      ['dev', 'prod'],
    ],
    [
      'a catalog file that was there',
      [file('catalog/org.yaml')],
      ['dev', 'prod'],
    ],
    [
      'a file moved out of an environment',
      [
        file('docs/a.md', {
          status: 'renamed',
          previousPath: 'terraform/live/prod/services/a/main.tf',
        }),
      ],
      ['dev', 'prod'],
    ],
    [
      'a folder whose name only begins like an environment',
      [file('terraform/live/develop/x.tf')],
      ['dev', 'prod'],
    ],
    ['nothing', [], []],
  ])('%s', (_, files, names) => {
    expect(touchedEnvironments(files, [dev, prod]).map(e => e.name)).toEqual(
      names,
    );
  });
});
