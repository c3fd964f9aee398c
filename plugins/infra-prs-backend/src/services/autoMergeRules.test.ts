import { facts, pull, sha } from '../__testUtils__/facts';
import { BranchRules } from '../clients/BranchRules';
import { Assessment } from './assessChange';
import { whyNotAutoMerge, whyStopMerging } from './autoMergeRules';

type Code = Assessment['blockers'][number]['code'];

const safe: BranchRules = {
  approvals: 1,
  codeOwners: false,
  dismissesStale: true,
  requiredChecks: ['slipway/plan'],
  resolvedThreads: false,
  mergeQueue: false,
  words: [],
};

function assessment(
  codes: readonly Code[],
  rules: Partial<BranchRules> = {},
  allowsAutoMerge = true,
): Assessment {
  return {
    headSha: sha('a'),
    plan: {},
    requesters: { refs: [], logins: [] },
    environments: [],
    fromForm: true,
    approvals: [],
    needs: [],
    codeOwners: [],
    host: { rules: { ...safe, ...rules }, allowsAutoMerge },
    blockers: codes.map(code => ({ code, message: code, who: '' })),
  };
}

describe('auto-merge', () => {
  it.each<[string, Assessment, string | undefined]>([
    ['while checks run', assessment(['checks_pending']), undefined],
    ['while GitHub waits', assessment(['branch_protection']), undefined],
    ['that nothing is missing for', assessment([]), 'It can be merged now'],
    [
      'before it is approved',
      assessment(['checks_pending', 'approval_missing']),
      'approval_missing',
    ],
    ['without a plan', assessment(['plan_missing']), 'plan_missing'],
    [
      'that the repository does not allow',
      assessment(['checks_pending'], {}, false),
      'The repository does not allow auto-merge',
    ],
    [
      'with a merge queue',
      assessment(['checks_pending'], { mergeQueue: true }),
      'main is merged through the merge queue',
    ],
    [
      'where a push keeps approvals',
      assessment(['checks_pending'], { dismissesStale: false }),
      "GitHub's rules of main do not take approvals back on a push, so auto-merge could merge what nobody approved",
    ],
    [
      'where no review is asked for',
      assessment(['checks_pending'], { approvals: 0 }),
      "GitHub's rules of main do not take approvals back on a push, so auto-merge could merge what nobody approved",
    ],
    [
      'where that is not known',
      assessment(['checks_pending'], { approvals: 0, unknown: 'hidden' }),
      'It is not known whether GitHub takes approvals back on a push: hidden',
    ],
    [
      'where the plan is not required',
      assessment(['checks_pending'], { requiredChecks: ['fmt'] }),
      "GitHub's rules of main do not require the check slipway/plan, so auto-merge could merge what nobody approved",
    ],
  ])('%s', (_, given, why) => {
    expect(whyNotAutoMerge(facts().pull, given)).toBe(why);
  });

  it('is only for what is open', () => {
    const closed = pull({ state: 'closed' });
    expect(whyNotAutoMerge(closed, assessment(['checks_pending']))).toBe(
      'It is not open',
    );
  });
});

describe('what merges by itself', () => {
  it.each<[readonly Code[], string | undefined]>([
    [['checks_pending', 'branch_protection'], undefined],
    [['checks_failing'], undefined],
    [['checks_pending', 'approval_missing'], 'approval_missing'],
    [['plan_missing'], 'plan_missing'],
    [['plan_risk'], 'plan_risk'],
    [['changes_requested'], 'changes_requested'],
    [['unreadable'], 'unreadable'],
  ])('with %j is stopped for %s', (codes, why) => {
    expect(whyStopMerging(assessment(codes))).toBe(why);
  });
});
