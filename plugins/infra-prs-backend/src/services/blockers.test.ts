import { PLAN_CHECK_NAME } from '@slipway/plugin-infra-prs-common';
import { check, dev, facts, prod, pull, review } from '../__testUtils__/facts';
import { approvalNeeds } from './approvalNeeds';
import { findBlockers } from './blockers';
import { PlanState } from './planState';

const planned: PlanState = { digest: 'sha256:1' };
const approval = {
  login: 'pat',
  reviewId: 1,
  submittedAt: '2026-01-01T00:00:00Z',
  valid: true,
};
const running: PlanState = {
  problem: { code: 'plan_missing', message: 'still running' },
};

describe('findBlockers', () => {
  it.each([
    ['nothing is missing', facts(), planned, [approval], [prod], []],
    ['no approval where none is needed', facts(), planned, [], [dev], []],
    ['no approval', facts(), planned, [], [prod], ['approval_missing']],
    [
      'a void approval',
      facts(),
      planned,
      [{ ...approval, valid: false }],
      [prod],
      ['approval_missing'],
    ],
    [
      'changes requested',
      facts({ reviews: [review({ state: 'CHANGES_REQUESTED' })] }),
      planned,
      [approval],
      [prod],
      ['changes_requested'],
    ],
    [
      'a draft with conflicts',
      facts({ pull: pull({ draft: true, mergeable: false }) }),
      planned,
      [approval],
      [prod],
      ['draft', 'conflicts'],
    ],
    [
      'checks that fail and run',
      facts({
        checks: [
          check('a', { conclusion: 'failure' }),
          check('b', { status: 'queued', conclusion: undefined }),
          check('c', { conclusion: 'skipped' }),
        ],
      }),
      planned,
      [approval],
      [prod],
      ['checks_failing', 'checks_pending'],
    ],
    [
      'a check that failed and was run again',
      facts({
        checks: [
          check('a', { id: 1, conclusion: 'failure' }),
          check('a', { id: 2 }),
        ],
      }),
      planned,
      [approval],
      [prod],
      [],
    ],
    [
      'a plan that runs, told once',
      facts({ checks: [check(PLAN_CHECK_NAME, { status: 'in_progress' })] }),
      running,
      [approval],
      [prod],
      ['plan_missing'],
    ],
    [
      'branch protection, when nothing else explains it',
      facts({ pull: pull({ mergeableState: 'blocked' }) }),
      planned,
      [],
      [dev],
      ['branch_protection'],
    ],
    [
      'branch protection, when the missing approval explains it',
      facts({ pull: pull({ mergeableState: 'blocked' }) }),
      planned,
      [],
      [prod],
      ['approval_missing'],
    ],
    [
      'a host that is still working it out',
      facts({
        pull: pull({ mergeable: undefined, mergeableState: 'unknown' }),
      }),
      planned,
      [approval],
      [prod],
      ['mergeability_unknown'],
    ],
    [
      'more files than GitHub lists',
      facts({ pull: pull({ changedFiles: 3001 }) }),
      planned,
      [approval],
      [dev],
      ['unreadable'],
    ],
    [
      'more commits than GitHub lists',
      facts({ pull: pull({ commitCount: 251 }) }),
      planned,
      [approval],
      [dev],
      ['unreadable'],
    ],
    [
      'a check that failed and one of another app with its name that did not',
      facts({
        checks: [
          check('a', { id: 1, app: 'runner', conclusion: 'failure' }),
          check('a', { id: 2, app: 'github-actions' }),
        ],
      }),
      planned,
      [approval],
      [prod],
      ['checks_failing'],
    ],
    [
      'a closed one',
      facts({ pull: pull({ state: 'closed' }) }),
      running,
      [],
      [prod],
      ['closed'],
    ],
    [
      'a merged one',
      facts({ pull: pull({ state: 'closed', mergedAt: '2026-01-01' }) }),
      running,
      [],
      [prod],
      [],
    ],
  ])('%s', (_, given, plan, approvals, environments, codes) => {
    const pat = { login: 'pat', ownershipEntityRefs: prod.approvers };
    const approving = approvals.some(({ valid }) => valid) ? [pat] : [];
    const needs = approvalNeeds(environments, approving);
    const blockers = findBlockers(given, { plan, approvals, needs });
    expect(blockers.map(({ code }) => code)).toEqual(codes);
    for (const { message, who } of blockers) {
      expect(message).not.toBe('');
      expect(who).not.toBe('');
    }
  });
});
