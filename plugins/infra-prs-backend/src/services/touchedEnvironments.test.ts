import { dev, file, prod } from '../__testUtils__/facts';
import { touchedEnvironments } from './touchedEnvironments';

const added = { status: 'added' };

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
    ['a new catalog file', [file('catalog/a.yaml', added)], []],
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
