import { ApplyRoot } from '@slipway/plugin-infra-prs-common';
import {
  check,
  commit,
  facts,
  file,
  prod,
  pull,
  review,
  sha,
} from '../__testUtils__/facts';
import { metadataOf } from '../__testUtils__/fixtures';
import { planCheck } from '../__testUtils__/planCheck';
import { assessChange } from '../services/assessChange';
import { ChangeFacts } from '../services/changeFacts';
import { eventsOf } from './Look';
import { Aftermath, NO_AFTERMATH } from './Rollout';
import { joinEvents } from './timelineOf';

const pat = {
  login: 'pat',
  userEntityRef: 'user:default/pat',
  ownershipEntityRefs: ['group:default/platform'],
};
const record = {
  pullRequestNumber: 1,
  requester: 'user:default/olivia',
  metadata: metadataOf('user:default/olivia'),
  recordedAt: '2026-01-01T00:00:05Z',
};
const apply = {
  state: 'succeeded' as const,
  mergeCommitSha: sha('c'),
  completedAt: '2026-01-01T04:00:00Z',
};

function events(over: Partial<ChangeFacts>, aftermath = NO_AFTERMATH) {
  const all = facts({
    files: [file('terraform/live/prod/services/mailer/main.tf')],
    commits: [commit({ authoredAt: '2025-12-31T23:00:00Z' })],
    ...over,
  });
  const around = {
    recordedRequesters: [record.requester],
    record,
    people: new Map([['pat', pat]]),
    environments: [prod],
  };
  const assessment = assessChange(all, around);
  return eventsOf({ facts: all, around, assessment, aftermath, pulls: [] });
}

const words = (over: Partial<ChangeFacts>, aftermath?: Aftermath) =>
  events(over, aftermath).map(({ id, text }) => `${id} ${text}`);

describe('the timeline', () => {
  it('tells what GitHub and the runners tell, in the order of things', () => {
    const merged = pull({
      state: 'closed',
      mergedAt: '2026-01-01T03:00:00Z',
      mergedBy: 'pat',
      mergeCommitSha: sha('c'),
    });
    const over = {
      pull: merged,
      checks: [planCheck('prod')],
      reviews: [review({ id: 5 })],
    };
    const at = '2026-01-01T05:00:00Z';
    const rollouts = [
      { environment: 'prod', state: 'succeeded' as const, at },
      { environment: 'dev', state: 'running' as const },
    ];
    expect(words(over, { apply, rollouts })).toEqual([
      'requested:mailer-1 olivia asked for it',
      'opened:1 slipway-bot opened pull request 1',
      `pushed:${sha('a')} slipway-bot pushed aaaaaaa: Change`,
      `checks:${sha('a')}:success All checks passed`,
      expect.stringMatching(
        /^planned:a{40}:sha256:\w+ The plan adds 1, changes 0, replaces 0 and destroys 0$/,
      ),
      'review:5 pat approved it',
      `merged:${sha('c')} It was merged by pat`,
      `applied:${sha('c')}:success It was applied`,
      `deployed:${sha('c')}:prod:success It runs in prod`,
    ]);
  });

  it('tells which approvals stopped to count, and since when', () => {
    const pushedAt = '2026-01-01T06:00:00Z';
    const found = events({
      commits: [commit({ authoredAt: pushedAt })],
      checks: [planCheck('prod')],
      reviews: [review({ id: 5, commitId: sha('b') })],
    });
    expect(found.find(({ kind }) => kind === 'approval_void')).toMatchObject({
      id: 'approval_void:5',
      at: pushedAt,
      text: 'The approval by pat does not count: New commits were pushed after it',
    });
  });

  it('tells two approvals that one person gave within a second apart', () => {
    const found = events({
      checks: [planCheck('prod')],
      reviews: [5, 6].map(id => review({ id, commitId: sha('b') })),
    });
    const voided = found.filter(({ kind }) => kind === 'approval_void');
    expect(
      voided.map(({ id, text }) => `${id} ${text.split(': ')[1]}`),
    ).toEqual([
      'approval_void:5 A later review by the same person replaced it',
      'approval_void:6 New commits were pushed after it',
    ]);
  });

  it('leaves it to GitHub to tell when a review of a change that is over was dismissed', () => {
    const dismissed = { reviews: [review({ id: 5, state: 'DISMISSED' })] };
    const voids = (over: Partial<ChangeFacts>) =>
      events(over).filter(({ kind }) => kind === 'approval_void').length;
    expect(voids(dismissed)).toBe(1);
    const over = pull({ state: 'closed', closedAt: '2026-01-01T09:00:00Z' });
    expect(voids({ ...dismissed, pull: over })).toBe(0);
  });

  it.each([
    [
      'what it did where',
      {},
      'Terraform applied it in dev, prod: 3 added, 0 changed, 2 destroyed',
    ],
    [
      'the root that failed and why, without secrets',
      { state: 'failed' as const, error: 'no queue: password=hunter2\nat x' },
      'Terraform could not apply terraform/live/prod: no queue: password=',
    ],
  ])('tells of an apply %s', (_, outcome, text) => {
    const counts = { added: 1, changed: 0, destroyed: 1, created: [] };
    const done = { ...counts, state: 'succeeded' as const };
    const prodRoot: ApplyRoot = {
      ...done,
      path: 'terraform/live/prod',
      environment: 'prod',
      added: 2,
      ...outcome,
    };
    const roots = [
      { ...done, path: 'terraform/live/dev', environment: 'dev' },
      prodRoot,
    ];
    const over = {
      pull: pull({
        state: 'closed',
        mergedAt: '2026-01-01T03:00:00Z',
        mergeCommitSha: sha('c'),
      }),
    };
    const { state } = prodRoot;
    const aftermath = { apply: { ...apply, roots, state }, rollouts: [] };
    const [told] = events(over, aftermath).filter(
      ({ kind }) => kind === 'applied',
    );
    expect(told.text).toContain(text);
    expect(told.text).not.toContain('hunter2');
  });

  it('says nothing of checks before the last is done', () => {
    const running = check('fmt', { id: 2, status: 'in_progress' });
    expect(
      words({ checks: [planCheck('prod'), running] }).join('\n'),
    ).not.toContain('checks:');
  });

  it('keeps what GitHub has forgotten, and believes what it says now', () => {
    const anew = events({});
    const [first] = anew;
    const forgotten = {
      ...first,
      id: 'pushed:rewritten',
      at: '2026-01-02T00:00:00Z',
    };
    const known = [forgotten, { ...first, text: 'As it was' }];
    expect(joinEvents(known, anew)).toEqual([...anew, forgotten]);
  });
});
