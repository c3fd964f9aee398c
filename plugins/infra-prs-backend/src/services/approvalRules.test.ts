import { dev, environment, prod, review, sha } from '../__testUtils__/facts';
import {
  ApprovalContext,
  changesRequestedBy,
  formatReviewBody,
  judgeApprovals,
  whyNotApprover,
} from './approvalRules';
import { Person } from './approvers';

const digest = `sha256:${'1'.repeat(64)}`;
const moved = `sha256:${'2'.repeat(64)}`;

const groups: Readonly<Record<string, string[]>> = {
  pat: ['group:default/platform'],
  olivia: ['group:default/orders'],
  sam: ['group:default/payments'],
};

const person = (login: string): Person => ({
  login,
  userEntityRef: `user:default/${login}`,
  ownershipEntityRefs: [`user:default/${login}`, ...(groups[login] ?? [])],
});

const context = (over: Partial<ApprovalContext> = {}): ApprovalContext => ({
  headSha: sha('a'),
  plan: { digest, completedAt: '2026-01-01T01:00:00Z' },
  requesters: { refs: ['user:default/olivia'], logins: [] },
  environments: [prod],
  ...over,
});

const audit = environment('audit', 'reviewed', ['group:default/audit']);

describe('whyNotApprover', () => {
  const asked = 'You asked for this change; someone else has to approve it';
  it.each([
    ['a member of the approvers', 'pat', context(), undefined],
    ['the requester by entity ref', 'olivia', context(), asked],
    [
      'the requester by login, whatever the case',
      'Pat',
      context({ requesters: { refs: [], logins: ['pat'] } }),
      asked,
    ],
    [
      'an outsider of a reviewed environment',
      'sam',
      context(),
      'Changes to PROD are approved by members of platform, and you are not one',
    ],
    [
      'an outsider of an environment without protection',
      'sam',
      context({ environments: [dev] }),
      'Changes to DEV are approved by members of orders, and you are not one',
    ],
    [
      'a member for all of the reviewed environments, of none of the others',
      'pat',
      context({ environments: [dev, prod] }),
      undefined,
    ],
    [
      'a member for only one of two reviewed environments',
      'pat',
      context({ environments: [prod, audit] }),
      undefined,
    ],
    [
      'an outsider of two reviewed environments',
      'sam',
      context({ environments: [prod, audit] }),
      'Changes to PROD and AUDIT are approved by members of platform or audit, and you are not one',
    ],
    [
      'anyone where no approvers are named',
      'sam',
      context({ environments: [environment('test', 'reviewed', [])] }),
      undefined,
    ],
  ])('%s', (_, login, given, reason) => {
    expect(whyNotApprover(person(login), given)).toBe(reason);
  });
});

describe('judgeApprovals', () => {
  const judge = (
    reviews: Parameters<typeof judgeApprovals>[0],
    given = context(),
  ) => judgeApprovals(reviews, person, given).map(a => a.voidReason ?? 'valid');

  it.each([
    ['with the digest', { body: formatReviewBody(digest, 'Good') }, 'valid'],
    ['on GitHub, after the plan', { body: 'LGTM' }, 'valid'],
    [
      'on GitHub, before the plan',
      { body: 'LGTM', submittedAt: '2026-01-01T00:30:00Z' },
      'It was given before the plan was there',
    ],
    [
      'at a time with milliseconds just before the plan',
      { submittedAt: '2026-01-01T00:59:59.999Z' },
      'It was given before the plan was there',
    ],
    [
      'of an older commit',
      { commitId: sha('b'), body: formatReviewBody(digest) },
      'New commits were pushed after it',
    ],
    [
      'of another plan',
      { body: formatReviewBody(moved) },
      'The plan changed after it',
    ],
    ['dismissed', { state: 'DISMISSED' }, 'The approval was dismissed'],
    [
      'by the requester',
      { login: 'olivia' },
      'It was given by someone who asked for the change',
    ],
    ['by an outsider', { login: 'sam' }, 'PROD needs a member of platform'],
  ])('an approval %s', (_, over, verdict) => {
    expect(judge([review(over)])).toEqual([verdict]);
  });

  it('does not count someone whom the catalog does not know', () => {
    const stranger = (login: string): Person => ({
      login,
      ownershipEntityRefs: [],
    });
    const open = context({
      environments: [environment('test', 'reviewed', [])],
    });
    const [approval] = judgeApprovals([review()], stranger, open);
    expect(approval.voidReason).toBe(
      'The catalog knows no user with this GitHub account, or more than one',
    );
  });

  it('goes by the last word of each person, comments apart', () => {
    const later = (minute: number, state: string, login = 'pat') =>
      review({ login, state, submittedAt: `2026-01-01T02:0${minute}:00Z` });
    expect(judge([later(1, 'APPROVED'), later(2, 'COMMENTED')])).toEqual([
      'valid',
    ]);
    const changedMind = [later(1, 'APPROVED'), later(2, 'CHANGES_REQUESTED')];
    expect(judge(changedMind)).toEqual([
      'A later review by the same person replaced it',
    ]);
    expect(changesRequestedBy(changedMind)).toEqual(['pat']);
    expect(changesRequestedBy([...changedMind, later(3, 'APPROVED')])).toEqual(
      [],
    );
  });

  it('counts nothing while there is no plan to be about', () => {
    expect(judge([review()], context({ plan: {} }))).toEqual([
      'There is no plan it could be about',
    ]);
  });

  it('is not fooled by a digest in the middle of a line', () => {
    const body = `he said Slipway-Plan-Digest: ${moved} was fine`;
    expect(judge([review({ body })])).toEqual(['valid']);
  });
});
