import { RequestEvent } from '@slipway/plugin-infra-prs-common';
import {
  commit,
  facts,
  file,
  prod,
  pull,
  review,
  sha,
} from '../__testUtils__/facts';
import { metadataOf, planOf } from '../__testUtils__/fixtures';
import { planCheck } from '../__testUtils__/planCheck';
import { failedGlassId, glassId } from '../life/breakingGlass';
import { NO_AFTERMATH } from '../life/Rollout';
import { assessChange } from '../services/assessChange';
import { formatReviewBody } from '../services/approvalRules';
import { ChangeFacts, PullFacts } from '../services/changeFacts';
import { planDigest } from '../services/planDigest';
import { alarmsOf } from './alarmsOf';

const person = (login: string, group: string) => ({
  login,
  userEntityRef: `user:default/${login}`,
  ownershipEntityRefs: [`group:default/${group}`],
});
const people = new Map([
  ['pat', person('pat', 'platform')],
  ['sam', person('sam', 'payments')],
]);
const record = {
  pullRequestNumber: 1,
  requester: 'user:default/olivia',
  metadata: metadataOf('user:default/olivia'),
  recordedAt: '2026-01-01T00:00:05Z',
};
const around = {
  recordedRequesters: [record.requester],
  record,
  people,
  environments: [prod],
};

/** Merged by sam at three, after a plan at one; `over` is what was otherwise. */
function look(over: Partial<ChangeFacts> = {}, merge: Partial<PullFacts> = {}) {
  const merged = pull({
    state: 'closed',
    mergedAt: '2026-01-01T03:00:00Z',
    mergedBy: 'sam',
    mergeCommitSha: sha('c'),
    ...merge,
  });
  const all = facts({
    pull: merged,
    files: [file('terraform/live/prod/services/mailer/main.tf')],
    commits: [commit()],
    checks: [planCheck('prod')],
    ...over,
  });
  const assessment = assessChange(all, around);
  return { facts: all, around, assessment, aftermath: NO_AFTERMATH, pulls: [] };
}

const glass = (over: Partial<RequestEvent> = {}): RequestEvent => ({
  id: glassId(sha('a'), 'one'),
  at: '2026-01-01T02:59:00Z',
  kind: 'break_glass',
  actor: { login: 'sam', entityRef: 'user:default/sam' },
  text: 'user:default/sam broke the glass: all is down',
  ...over,
});
const failed = glass({
  id: failedGlassId(sha('a'), 'one'),
  outcome: 'failure',
});

const told = (...args: Parameters<typeof alarmsOf>) => {
  const { events, notices } = alarmsOf(...args);
  return [...events.map(({ text }) => text), ...notices.map(n => n.title)];
};

const UNAPPROVED = [
  'It was merged by sam without what it needs: Production needs 1 more approval, from platform',
  'Change (#1) was merged without its approvals',
].map(text => text.replace('Production', prod.title));
const PAST = ['Change (#1) was merged past the rules'];
const another = planDigest(planOf('prod', 'another'));

it.each([
  ['nothing of what was approved', [review()], {}, [], []],
  ['what nobody approved', [], {}, [], UNAPPROVED],
  [
    'an approval that came after the merge',
    [review({ submittedAt: '2026-01-01T03:00:01Z' })],
    {},
    [],
    UNAPPROVED,
  ],
  [
    'nothing of what is open',
    [],
    { state: 'open', mergedAt: undefined },
    [],
    [],
  ],
  ['who broke the glass', [], {}, [glass()], PAST],
  [
    'a merge by another than who broke the glass',
    [],
    { mergedBy: 'pat' },
    [glass()],
    UNAPPROVED.map(text => text.replace('by sam', 'by pat')),
  ],
  [
    'a merge after a try that came to nothing',
    [],
    {},
    [glass(), failed],
    UNAPPROVED,
  ],
  [
    'a merge of another head than the glass was broken for',
    [],
    {},
    [glass({ id: glassId(sha('b'), 'one') })],
    UNAPPROVED,
  ],
] as const)('tells of %s', (_, reviews, merge, known, expected) => {
  expect(told(look({ reviews }, merge), known)).toEqual(expected);
});

it('tells of a plan that moved in the moment of the merge', () => {
  const reviews = [review({ body: formatReviewBody(another) })];
  const [text] = told(look({ reviews }), []);
  expect(text).toContain('what was given no longer counts');
});

it('tells of a plan that was being made when it was merged', () => {
  const running = planCheck('prod', sha('a'), 'another', {
    id: 2,
    startedAt: '2026-01-01T02:59:59Z',
    completedAt: '2026-01-01T03:10:00Z',
  });
  const checks = [planCheck('prod'), running];
  const [text] = told(look({ checks, reviews: [review()] }), []);
  expect(text).toContain('The Terraform plan is still running');
});

it('says nothing of a plan that was begun after the merge when the one before it is gone', () => {
  const late = { ...planCheck('prod'), startedAt: '2026-01-01T03:00:01Z' };
  const checks = [late];
  const reviews = [review({ body: formatReviewBody(another) })];
  expect(told(look({ checks, reviews }), [])).toEqual([]);
});

it('tells the approvers and who asked, by itself and loudly', () => {
  expect(alarmsOf(look(), []).notices).toMatchObject([
    {
      id: `merged_unapproved:${sha('c')}`,
      recipients: ['group:default/platform', 'user:default/olivia'],
      severity: 'critical',
      isAlarm: true,
    },
  ]);
});
