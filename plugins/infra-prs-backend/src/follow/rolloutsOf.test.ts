import { SourceResult } from '@slipway/platform-common';
import {
  Deployment,
  DeploymentsResponse,
} from '@slipway/plugin-deployments-common';
import { ChangeApply, ChangePlan } from '@slipway/plugin-infra-prs-common';
import { dev, file, prod, sha } from '../__testUtils__/facts';
import { followedEntities, followedParts } from './followedParts';
import { RolloutFacts, rolloutsOf } from './rolloutsOf';
import { seenOutcomes } from './seenOutcomes';

const REF = 'component:default/mailer';
const MERGED = '2026-01-01T10:00:00Z';
const manifest = file('gitops/apps/mailer/overlays/dev/kustomization.yaml');
const terraform = file('terraform/live/dev/services/mailer/main.tf');

const deployment = (over: Partial<Deployment> = {}): Deployment => ({
  environment: 'dev',
  platform: 'argocd',
  name: 'mailer-dev',
  phase: 'healthy',
  summary: 'In words',
  comparedRevision: sha('c'),
  images: [],
  history: [
    {
      id: '2',
      revision: { sha: sha('c') },
      deployedAt: '2026-01-01T10:02:00Z',
    },
    {
      id: '1',
      revision: { sha: sha('b') },
      deployedAt: '2026-01-01T09:00:00Z',
    },
  ],
  resources: [],
  events: [],
  ...over,
});
const ecs = (at: string, over: Partial<Deployment> = {}) =>
  deployment({
    platform: 'ecs',
    name: 'mailer',
    comparedRevision: undefined,
    deployedAt: '2026-01-01T10:09:00Z',
    history: [{ id: 'x', revision: { sha: 'mailer:2' }, deployedAt: at }],
    ...over,
  });
const answer = (
  ...deployments: Array<Deployment | SourceResult<Deployment>>
): SourceResult<DeploymentsResponse> => ({
  state: 'ok',
  source: { upstream: 'deployments' },
  data: {
    problems: [],
    deployments: deployments.map(each =>
      'state' in each
        ? each
        : { state: 'ok', source: { upstream: each.platform }, data: each },
    ),
  },
});
const planOf = (type: string): ChangePlan => ({
  digest: `sha256:${'1'.repeat(64)}`,
  runner: 'terraform',
  totals: { create: 0, update: 1, replace: 0, delete: 0 },
  roots: [
    {
      path: 'terraform/live/dev/services/mailer',
      environment: 'dev',
      changes: [{ address: 'a', type, action: 'update', attributes: [] }],
    },
  ],
});
const applied = (over: Partial<ChangeApply> = {}): ChangeApply => ({
  state: 'succeeded',
  mergeCommitSha: sha('c'),
  startedAt: '2026-01-01T10:01:00Z',
  ...over,
});

/** Later letters come after earlier ones; what is no letter is not known. */
const contains = (revision: string) =>
  /^[a-f]+$/.test(revision) ? revision >= sha('c') : undefined;

function rows(
  files: ReturnType<typeof file>[],
  found: SourceResult<DeploymentsResponse>,
  over: Partial<RolloutFacts> & { plan?: ChangePlan } = {},
) {
  const { plan = planOf('aws_sqs_queue'), ...rest } = over;
  return rolloutsOf({
    parts: followedParts(REF, files, plan, [dev, prod]),
    mergedAt: MERGED,
    apply: applied(),
    deployments: new Map([[REF, found]]),
    contains,
    now: Date.parse(MERGED) + 60_000,
    ...rest,
  }).map(({ environment, platform, state, at }) => [
    environment,
    platform,
    state,
    ...(at ? [at] : []),
  ]);
}

const later = {
  id: '3',
  revision: { sha: sha('e') },
  deployedAt: '2026-01-01T12:00:00Z',
};

describe('rollouts through Argo CD', () => {
  it.each([
    ['synced at the merge commit', {}, 'live', '2026-01-01T10:02:00Z'],
    [
      'synced at a later commit',
      { comparedRevision: sha('d') },
      'live',
      '2026-01-01T10:02:00Z',
    ],
    [
      'still at an older commit',
      { comparedRevision: sha('b') },
      'waiting',
      undefined,
    ],
    [
      'at a commit nobody knows',
      { comparedRevision: '1.2.3' },
      'unknown',
      undefined,
    ],
    [
      'without a revision',
      { comparedRevision: undefined },
      'unknown',
      undefined,
    ],
    [
      'not there',
      { comparedRevision: undefined, phase: 'missing' },
      'waiting',
      undefined,
    ],
    ['rolling out', { phase: 'progressing' }, 'running', undefined],
    ['out of sync', { phase: 'out-of-sync' }, 'running', undefined],
    ['paused', { phase: 'suspended' }, 'running', undefined],
    ['degraded', { phase: 'degraded' }, 'failed', '2026-01-01T10:02:00Z'],
    [
      'failed before it saw the change',
      { phase: 'failed', comparedRevision: sha('a') },
      'waiting',
      undefined,
    ],
    ['healthy without history', { history: [] }, 'live', MERGED],
  ] as const)('%s', (_, over, state, at) => {
    expect(rows([manifest], answer(deployment(over)))).toEqual([
      ['dev', 'argocd', state, ...(at ? [at] : [])],
    ]);
  });

  it.each([
    ['healthy', {}, 'live', '2026-01-01T10:02:00Z'],
    ['degraded', {}, 'superseded', '2026-01-01T10:02:00Z'],
    ['progressing', {}, 'superseded', '2026-01-01T10:02:00Z'],
    [
      'healthy',
      { failedAt: '2026-01-01T10:03:00Z' },
      'superseded',
      '2026-01-01T10:02:00Z',
    ],
    [
      'degraded',
      { liveAt: '2026-01-01T10:04:00Z' },
      'live',
      '2026-01-01T10:04:00Z',
    ],
  ] as const)(
    'with a later one that is %s, and %j seen before, are %s',
    (phase, outcome, state, at) => {
      const history = [later, ...deployment().history];
      const found = answer(deployment({ phase, history }));
      const seen = new Map([['dev', outcome]]);
      expect(rows([manifest], found, { seen })).toEqual([
        ['dev', 'argocd', state, at],
      ]);
    },
  );

  it('are known again by the events that were kept', () => {
    const kept = ['c:dev:failure', 'c:eu:west:success', 'd:dev:success'].map(
      id => ({
        id: `deployed:${id}`,
        at: MERGED,
        kind: 'deployed' as const,
        text: '',
      }),
    );
    expect([...seenOutcomes(kept, 'c')]).toEqual([
      ['dev', { failedAt: MERGED }],
      ['eu:west', { liveAt: MERGED }],
    ]);
  });

  it('are not waited for when no manifest changed', () => {
    expect(rows([terraform], answer(deployment({ phase: 'failed' })))).toEqual([
      ['dev', undefined, 'skipped'],
    ]);
  });

  it('go by environment: one that fails hides no other', () => {
    const base = file('gitops/apps/mailer/base/deployment.yaml');
    const other = deployment({ environment: 'prod', phase: 'degraded' });
    expect(rows([base], answer(deployment(), other))).toEqual([
      ['dev', 'argocd', 'live', '2026-01-01T10:02:00Z'],
      ['prod', 'argocd', 'failed', '2026-01-01T10:02:00Z'],
    ]);
  });

  it.each([
    ['unreachable', 60_000, 'unknown'],
    ['forbidden', 60_000, 'unknown'],
    ['not_found', 60_000, 'waiting'],
    ['not_found', 90_000_000, 'skipped'],
  ] as const)('of what is %s after %d ms are %s', (state, age, expected) => {
    const now = Date.parse(MERGED) + age;
    const found = { state, source: { upstream: 'deployments' } };
    expect(rows([manifest], found, { now })).toEqual([
      ['dev', undefined, expected],
    ]);
  });

  it('say so when one instance cannot be read', () => {
    const source = { upstream: 'argocd', environment: 'dev' };
    const dead = { state: 'unreachable', source, message: 'Down' } as const;
    expect(rows([manifest], answer(dead))).toEqual([
      ['dev', 'argocd', 'unknown'],
    ]);
    expect(rows([terraform], answer(dead))).toEqual([
      ['dev', undefined, 'skipped'],
    ]);
  });

  it('of an entity without an application are left out', () => {
    expect(rows([manifest], answer())).toEqual([['dev', undefined, 'skipped']]);
  });
});

describe('rollouts of ECS', () => {
  const plan = planOf('aws_ecs_task_definition');
  const after = '2026-01-01T10:03:00Z';
  const before = '2026-01-01T09:00:00Z';

  it.each([
    ['steady after the apply', ecs(after), {}, 'live'],
    [
      'begun just before, by another clock',
      ecs('2026-01-01T10:00:20Z'),
      {},
      'live',
    ],
    ['not begun', ecs(before), {}, 'waiting'],
    ['on its way', ecs(after, { phase: 'progressing' }), {}, 'running'],
    ['rolled back', ecs(after, { phase: 'failed' }), {}, 'failed'],
    [
      'waiting for the apply',
      ecs(before),
      applied({ state: 'running' }),
      'waiting',
    ],
    [
      'waiting for a failed apply',
      ecs(before),
      applied({ state: 'failed' }),
      'waiting',
    ],
    [
      'steady while others are applied',
      ecs(after),
      applied({ state: 'running' }),
      'running',
    ],
  ] as const)('%s', (_, found, apply, state) => {
    const over = { plan, apply: { ...applied(), ...apply } };
    expect(rows([terraform], answer(found), over)[0].slice(0, 3)).toEqual([
      'dev',
      'ecs',
      state,
    ]);
  });

  it.each([
    ['mailer:3', 'healthy', 'live'],
    ['mailer:3', 'degraded', 'superseded'],
    // ECS has gone back to what ran before.
    ['mailer:1', 'failed', 'failed'],
  ] as const)('with %s on top that is %s are %s', (top, phase, state) => {
    const own = ecs(after).history;
    const revision = { sha: top };
    const newest = { id: 'y', revision, deployedAt: '2026-01-01T10:06:00Z' };
    const found = ecs(after, { phase, history: [newest, ...own] });
    expect(rows([terraform], answer(found), { plan })[0][2]).toBe(state);
  });

  it('are not waited for when the plan rolls nothing', () => {
    expect(rows([terraform], answer(ecs(before)))).toEqual([
      ['dev', undefined, 'skipped'],
    ]);
  });

  it('go by what is seen when no plan tells', () => {
    const parts = followedParts(REF, [terraform], undefined, [dev]);
    expect(rows([terraform], answer(ecs(after)), { parts })).toEqual([
      ['dev', 'ecs', 'live', '2026-01-01T10:09:00Z'],
    ]);
    expect(rows([terraform], answer(ecs(before)), { parts })).toEqual([
      ['dev', undefined, 'skipped'],
    ]);
  });

  it('go by the root of their environment', () => {
    const root = {
      path: 'x',
      environment: 'dev',
      added: 0,
      changed: 1,
      destroyed: 0,
      created: [],
    };
    const roots = [
      {
        ...root,
        state: 'succeeded' as const,
        startedAt: '2026-01-01T10:01:00Z',
      },
      { ...root, environment: 'prod', state: 'failed' as const },
    ];
    const apply = applied({ state: 'failed', roots });
    expect(rows([terraform], answer(ecs(after)), { plan, apply })[0][2]).toBe(
      'live',
    );
  });
});

it('finds what a change is about by what it says and by its files', () => {
  const files = [
    manifest,
    file('gitops/argocd/prod/orders.yaml'),
    file('terraform/live/prod/services/billing/main.tf'),
    file('gitops/apps/<img>/base/x.yaml'),
    file('docs/readme.md'),
  ];
  expect(followedEntities('resource:default/q', files)).toEqual([
    'resource:default/q',
    REF,
    'component:default/orders',
    'component:default/billing',
  ]);
  expect(followedEntities(undefined, [])).toEqual([]);
});
