import {
  formatPlanReport,
  RequestLife,
} from '@slipway/plugin-infra-prs-common';
import {
  check,
  commit,
  dev,
  facts,
  file,
  prod,
  pull,
  review,
  sha,
} from '../__testUtils__/facts';
import { planOf } from '../__testUtils__/fixtures';
import { planCheck } from '../__testUtils__/planCheck';
import { applyOf } from '../services/applyOf';
import { assessChange } from '../services/assessChange';
import { ChangeFacts } from '../services/changeFacts';
import { readPlanState } from '../services/planState';
import { lifeOf, Look } from './Look';
import { Aftermath, NO_AFTERMATH, Rollout } from './Rollout';

const terraform = [file('terraform/live/prod/services/mailer/main.tf')];
const pat = {
  login: 'pat',
  userEntityRef: 'user:default/pat',
  ownershipEntityRefs: ['user:default/pat', 'group:default/platform'],
};
const people = new Map([['pat', pat]]);
const environments = [dev, prod];

function look(over: Partial<ChangeFacts>, aftermath: Aftermath = NO_AFTERMATH) {
  const all = facts({ files: terraform, commits: [commit()], ...over });
  const around = { recordedRequesters: [], people, environments };
  const assessment = assessChange(all, around);
  const found: Look = { facts: all, around, assessment, aftermath, pulls: [] };
  return lifeOf(found);
}

const planned = { checks: [planCheck('prod')] };
const emptyPlan = planCheck('prod', sha('a'), 'mailer', {
  text: formatPlanReport({
    version: 1,
    runner: 'static',
    headSha: sha('a'),
    roots: planOf('prod').map(root => ({ ...root, changes: [] })),
  }),
});
const approved = { ...planned, reviews: [review()] };
const closedPull = pull({
  state: 'closed',
  closedAt: '2026-01-01T03:00:00Z',
});
const mergedPull = pull({
  state: 'closed',
  mergedAt: '2026-01-01T03:00:00Z',
  closedAt: '2026-01-01T03:00:00Z',
  mergeCommitSha: sha('c'),
});
const merged = { ...approved, pull: mergedPull };
const apply = (state: 'waiting' | 'running' | 'succeeded' | 'failed') => ({
  state,
  mergeCommitSha: sha('c'),
  summary: 'Terraform said so',
  completedAt: '2026-01-01T04:00:00Z',
});
const rollout = (state: Rollout['state'], environment = 'prod') => ({
  state,
  environment,
  at: '2026-01-01T05:00:00Z',
});
const after = (...rollouts: Rollout[]) => ({
  apply: apply('succeeded'),
  rollouts,
});

describe('where a request stands', () => {
  const cases: Array<
    [string, Partial<ChangeFacts>, Aftermath, Partial<RequestLife>]
  > = [
    ['nothing has begun', {}, NO_AFTERMATH, { stage: 'open', state: 'active' }],
    [
      'a draft',
      { ...planned, pull: pull({ draft: true }) },
      NO_AFTERMATH,
      { stage: 'open', state: 'active' },
    ],
    [
      'checks run',
      { checks: [check('fmt', { status: 'in_progress' })] },
      NO_AFTERMATH,
      { stage: 'checks', state: 'active' },
    ],
    [
      'a check failed',
      {
        checks: [
          planCheck('prod'),
          check('fmt', { id: 2, conclusion: 'failure', url: 'http://log' }),
        ],
      },
      NO_AFTERMATH,
      {
        stage: 'checks',
        state: 'failed',
        problem: {
          stage: 'checks',
          message: 'Checks failed: fmt',
          fix: 'Read the log of the check, then push a fix to the branch',
          url: 'http://log',
        },
      },
    ],
    [
      'the plan is there and nobody approved',
      planned,
      NO_AFTERMATH,
      {
        stage: 'planned',
        state: 'active',
        stageSince: '2026-01-01T01:00:00Z',
        waitsFor: 'A member of platform for PROD, other than the requester',
      },
    ],
    [
      'somebody asked for changes',
      { ...planned, reviews: [review({ state: 'CHANGES_REQUESTED' })] },
      NO_AFTERMATH,
      { stage: 'planned', state: 'active' },
    ],
    [
      'an approval that new commits made void',
      { ...planned, reviews: [review({ commitId: sha('b') })] },
      NO_AFTERMATH,
      { stage: 'planned', state: 'active' },
    ],
    [
      'it is approved',
      approved,
      NO_AFTERMATH,
      {
        stage: 'approved',
        state: 'active',
        stageSince: '2026-01-01T02:00:00Z',
      },
    ],
    [
      'GitHub does not know yet whether it can be merged',
      { ...approved, pull: pull({ mergeable: undefined }) },
      NO_AFTERMATH,
      { stage: 'approved', state: 'active' },
    ],
    [
      'it conflicts after it was approved',
      { ...approved, pull: pull({ mergeable: false }) },
      NO_AFTERMATH,
      { stage: 'approved', state: 'failed' },
    ],
    [
      'it was closed',
      { ...planned, pull: closedPull },
      NO_AFTERMATH,
      {
        stage: 'planned',
        state: 'withdrawn',
        stageSince: '2026-01-01T03:00:00Z',
      },
    ],
    [
      'it is merged and nothing has begun',
      merged,
      { apply: { state: 'waiting', mergeCommitSha: sha('c') }, rollouts: [] },
      {
        stage: 'merged',
        state: 'active',
        stageSince: '2026-01-01T03:00:00Z',
      },
    ],
    [
      'Terraform failed',
      merged,
      { apply: apply('failed'), rollouts: [] },
      {
        stage: 'merged',
        state: 'failed',
        problem: expect.objectContaining({
          stage: 'applied',
          message: 'Terraform said so',
        }),
      },
    ],
    [
      'it is applied and nothing runs there',
      merged,
      after(rollout('none')),
      { stage: 'live', state: 'done', stageSince: '2026-01-01T04:00:00Z' },
    ],
    [
      'what runs cannot be asked for',
      merged,
      { apply: apply('succeeded') },
      { stage: 'applied', state: 'active' },
    ],
    [
      'one of two rollouts goes on',
      merged,
      after(rollout('succeeded', 'dev'), rollout('running')),
      { stage: 'applied', state: 'active', waitsFor: 'The rollout in prod' },
    ],
    [
      'a rollout failed',
      merged,
      after(rollout('succeeded', 'dev'), rollout('failed')),
      {
        stage: 'applied',
        state: 'failed',
        problem: expect.objectContaining({ stage: 'live' }),
      },
    ],
    [
      'all of it runs',
      merged,
      after(rollout('succeeded'), rollout('none', 'dev')),
      { stage: 'live', state: 'done', stageSince: '2026-01-01T05:00:00Z' },
    ],
    [
      'a later change took its place in one of two',
      merged,
      after(rollout('superseded'), rollout('succeeded', 'dev')),
      { stage: 'applied', state: 'done' },
    ],
    [
      'the plan changes nothing, so that nobody applies it',
      { ...merged, checks: [emptyPlan] },
      {
        apply: applyOf(
          mergedPull,
          [],
          readPlanState(sha('a'), [emptyPlan], terraform),
        ),
        rollouts: [rollout('running')],
      },
      { stage: 'applied', state: 'active', waitsFor: 'The rollout in prod' },
    ],
    [
      'nothing of Terraform was touched',
      { pull: mergedPull, files: [file('docs/a.md')] },
      {
        apply: applyOf(mergedPull, [], readPlanState(sha('a'), [], [])),
        rollouts: [],
      },
      { stage: 'live', state: 'done' },
    ],
  ];
  it.each(cases)('%s', (_, over, aftermath, expected) => {
    expect(look(over, aftermath)).toMatchObject(expected);
  });

  it('tells what each stage took', () => {
    const { stages } = look(merged, after(rollout('running')));
    expect(
      stages.map(({ stage, state, seconds }) => [stage, state, seconds]),
    ).toEqual([
      ['requested', 'done', 0],
      ['open', 'done', 0],
      ['checks', 'done', 3600],
      ['planned', 'done', 3600],
      ['approved', 'done', 3600],
      ['merged', 'done', 3600],
      ['applied', 'current', undefined],
      ['live', 'todo', undefined],
    ]);
  });

  it('says of what was merged past the portal that its stages were skipped', () => {
    const { stages } = look({ pull: mergedPull }, { rollouts: [] });
    expect(
      stages.filter(({ state }) => state === 'skipped').map(s => s.stage),
    ).toEqual(['checks', 'planned', 'approved']);
  });
});
