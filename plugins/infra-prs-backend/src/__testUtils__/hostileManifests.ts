import { Files } from './InfrastructureHost';

/** A kustomization that nobody trusts. */
export const hostile = 'gitops/apps/hostile/kustomization.yaml';
const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]']
  .concat(
    Array.from({ length: 9 }, (_, n) => {
      const [from, to] = [n, n + 1].map(i => String.fromCharCode(97 + i));
      return `${to}: &${to} [${Array(9).fill(`*${from}`).join(', ')}]`;
    }),
  )
  .join('\n');

/** What cannot be shown, and the words that say so. */
export const HOSTILE_CASES: [string, Files, RegExp][] = [
  ['a chart', { [hostile]: 'helmCharts: [{ name: x }]\n' }, /helmCharts/],
  [
    'what is elsewhere',
    { [hostile]: 'resources: ["https://x/y"]\n' },
    /remote/,
  ],
  [
    'what leaves the repository',
    { [hostile]: 'resources: [../../../../etc]\n' },
    /outside the repository/,
  ],
  [
    'what is not there',
    { [hostile]: 'resources: [none.yaml]\n' },
    /none\.yaml/,
  ],
  [
    'a ring',
    {
      [hostile]: 'resources: [../ring]\n',
      'gitops/apps/ring/kustomization.yaml': 'resources: [../overlays/x]\n',
      'gitops/apps/overlays/x/kustomization.yaml': 'resources: [../../ring]\n',
    },
    /cycle/,
  ],
  [
    'aliases that grow',
    {
      [hostile]: 'resources: [a.yaml]\n',
      'gitops/apps/hostile/a.yaml': bomb,
    },
    /aliases grow too far/,
  ],
  [
    'nesting',
    {
      [hostile]: 'resources: [a.yaml]\n',
      'gitops/apps/hostile/a.yaml': `a: ${'['.repeat(20_000)}${']'.repeat(
        20_000,
      )}`,
    },
    /nested too deeply/,
  ],
  [
    'a pattern that takes forever',
    {
      [hostile]:
        'resources: [a.yaml]\npatches: [{ target: { name: "(a+)+$" }, patch: "{kind: X, metadata: {name: x}}" }]\n',
      'gitops/apps/hostile/a.yaml': `kind: ConfigMap\napiVersion: v1\nmetadata: { name: ${'a'.repeat(
        60,
      )} }\n`,
    },
    /too complicated/,
  ],
  [
    'a huge file',
    {
      [hostile]: 'resources: [a.yaml]\n',
      'gitops/apps/hostile/a.yaml': `a: ${'x'.repeat(600_000)}\n`,
    },
    /larger than 512 KB/,
  ],
  ['no YAML', { 'gitops/argocd/dev/broken.yaml': 'a: [\n' }, /broken\.yaml/],
];
