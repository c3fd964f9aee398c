import { ApplyRoot, formatApplyReport } from '@slipway/plugin-infra-prs-common';
import { check, pull, sha } from '../__testUtils__/facts';
import { applyOf } from './applyOf';
import { PlanState } from './planState';

const merged = pull({
  state: 'closed',
  mergedAt: '2026-01-01T03:00:00Z',
  mergeCommitSha: sha('c'),
});
const root = (state: ApplyRoot['state']): ApplyRoot => ({
  path: 'terraform/live/dev/services/mailer',
  environment: 'dev',
  state,
  added: 1,
  changed: 0,
  destroyed: 0,
  created: [],
});
const report = (state: ApplyRoot['state'], commitSha = sha('c')) =>
  formatApplyReport({ version: 1, commitSha, roots: [root(state)] });
const apply = (over: Parameters<typeof check>[1]) =>
  check('slipway/apply', over);

const planWith = (create: number): PlanState => ({
  plan: {
    roots: [],
    digest: 'sha256:1',
    runner: 'terraform',
    totals: { create, update: 0, replace: 0, delete: 0 },
  },
});
const planned = planWith(1);

describe('applyOf', () => {
  it.each([
    ['nothing yet', [], 'waiting', undefined],
    [
      'a running report',
      [
        apply({
          status: 'in_progress',
          conclusion: undefined,
          text: report('running'),
        }),
      ],
      'running',
      ['running'],
    ],
    [
      'a report',
      [apply({ text: report('succeeded') })],
      'succeeded',
      ['succeeded'],
    ],
    ['a plain check', [apply({ text: undefined })], 'succeeded', undefined],
    [
      'a cut report',
      [apply({ text: report('running').slice(0, 90) })],
      'succeeded',
      undefined,
    ],
    [
      'a report of another commit',
      [apply({ text: report('failed', sha('d')) })],
      'succeeded',
      undefined,
    ],
    [
      'a report that was left running',
      [apply({ conclusion: 'cancelled', text: report('running') })],
      'failed',
      ['failed'],
    ],
    [
      'a retry after a failure',
      [
        apply({ id: 1, conclusion: 'failure', text: report('failed') }),
        apply({ id: 2, text: report('succeeded') }),
      ],
      'succeeded',
      ['succeeded'],
    ],
  ])('of %s', (_, checks, state, roots) => {
    const found = applyOf(merged, checks, planned);
    expect(found?.state).toBe(state);
    expect(found?.roots?.map(each => each.state)).toEqual(roots);
  });

  it.each([
    ['no root is touched', {}, 'none'],
    ['a plan changes nothing', planWith(0), 'none'],
    [
      'the plan failed',
      { problem: { code: 'plan_failed' as const, message: '' } },
      'waiting',
    ],
  ])('tells what is left to apply where %s', (_, plan, state) => {
    expect(applyOf(merged, [], plan)?.state).toBe(state);
  });

  it('is nothing before the merge', () => {
    expect(applyOf(pull(), [apply({})], planned)).toBeUndefined();
  });
});
