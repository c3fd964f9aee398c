import { facts, prod, pull, review, sha } from '../__testUtils__/facts';
import { approvalNeeds } from './approvalNeeds';
import { Assessment } from './assessChange';
import { taskOf } from './taskOf';

const pat = { login: 'pat', ownershipEntityRefs: [] };
const reviewer = { isRequester: false, canApprove: true };
const requester = { isRequester: true, canApprove: false };

const valid = {
  reviewId: 1,
  login: 'sam',
  submittedAt: '2026-01-01',
  valid: true,
};
const blocker = (code: Assessment['blockers'][number]['code']) => ({
  code,
  message: '',
  who: '',
});

const assessment = (over: Partial<Assessment> = {}): Assessment => ({
  headSha: sha('a'),
  plan: {},
  requesters: { refs: [], logins: [] },
  environments: [],
  fromForm: true,
  approvals: [],
  blockers: [],
  needs: [],
  codeOwners: [],
  ...over,
});

const asksForChanges = (commitId: string) =>
  facts({ reviews: [review({ state: 'CHANGES_REQUESTED', commitId })] });

describe('what a change waits for of a person', () => {
  it.each([
    ['their approval', 'approve', reviewer, facts(), assessment()],
    [
      'nothing once somebody approved it',
      undefined,
      reviewer,
      facts(),
      assessment({ approvals: [valid] }),
    ],
    [
      'a second approval where one is not enough',
      'approve',
      reviewer,
      facts(),
      assessment({
        approvals: [valid],
        blockers: [blocker('approval_missing')],
      }),
    ],
    [
      'nothing where only others can give what is missing',
      undefined,
      reviewer,
      facts(),
      assessment({
        environments: [prod],
        needs: approvalNeeds([prod], []),
        blockers: [blocker('approval_missing')],
      }),
    ],
    [
      'nothing after they asked for changes',
      undefined,
      reviewer,
      asksForChanges(sha('a')),
      assessment(),
    ],
    [
      'another look once there are new commits',
      'approve',
      reviewer,
      asksForChanges(sha('b')),
      assessment(),
    ],
    [
      'nothing while it is a draft',
      undefined,
      reviewer,
      facts({ pull: pull({ draft: true }) }),
      assessment(),
    ],
    [
      'nothing once it is over',
      undefined,
      requester,
      facts({ pull: pull({ state: 'closed' }) }),
      assessment({ approvals: [valid] }),
    ],
    [
      'the answer of who asked for it',
      'answer_review',
      requester,
      asksForChanges(sha('a')),
      assessment({ blockers: [blocker('changes_requested')] }),
    ],
    [
      'the fix of failed checks',
      'fix_checks',
      requester,
      facts(),
      assessment({ blockers: [blocker('checks_failing')] }),
    ],
    [
      'the merge by who asked for it',
      'merge',
      requester,
      facts(),
      assessment({
        approvals: [valid],
        blockers: [blocker('mergeability_unknown')],
      }),
    ],
    [
      'nothing of who asked for it while others decide',
      undefined,
      requester,
      facts(),
      assessment({ blockers: [blocker('approval_missing')] }),
    ],
  ] as const)('%s', (_, expected, viewer, of, judged) => {
    expect(taskOf(of, judged, pat, viewer)).toBe(expected);
  });
});
