import {
  ApplyRoot,
  ChangeFollow,
  RequestEvent,
  RequestLife,
  RequestTimeline,
} from '@slipway/plugin-infra-prs-common';

const NOTHING: ChangeFollow = {
  number: 7,
  rollouts: [],
  created: [],
  sources: [],
  viewer: { canRetry: false, canRevert: false },
};

/** What became of a change: nothing, unless a test says so. */
export const followOf = (over: Partial<ChangeFollow> = {}): ChangeFollow => ({
  ...NOTHING,
  ...over,
});

export const event = (over: Partial<RequestEvent> = {}): RequestEvent => ({
  id: 'opened',
  at: '2026-01-01T00:00:00Z',
  kind: 'opened',
  text: 'It was opened',
  ...over,
});

export const timelineOf = (
  over: Partial<RequestTimeline> = {},
): RequestTimeline => ({
  id: 'pull-7',
  number: 7,
  title: 'Add order-mailer',
  events: [event()],
  gaps: [],
  ...over,
});

export const appliedRoot = (over: Partial<ApplyRoot> = {}): ApplyRoot => ({
  path: 'terraform/live/dev/services/order-mailer',
  environment: 'dev',
  state: 'succeeded',
  startedAt: '2026-01-01T00:00:00Z',
  finishedAt: '2026-01-01T00:01:30Z',
  added: 4,
  changed: 0,
  destroyed: 0,
  created: [],
  ...over,
});

/** A life whose Terraform failed after the merge. */
export const failedLife: RequestLife = {
  id: 'pull-7',
  stage: 'merged',
  state: 'failed',
  stageSince: '2026-01-01T00:00:00Z',
  problem: {
    stage: 'applied',
    message: 'LimitExceeded',
    fix: 'Apply it again, or revert it',
  },
  pulls: [],
  stages: [
    {
      stage: 'requested',
      state: 'done',
      at: '2026-01-01T00:00:00Z',
      seconds: 5,
    },
    { stage: 'open', state: 'done', at: '2026-01-01T00:00:05Z', seconds: 90 },
    { stage: 'checks', state: 'done', at: '2026-01-01T00:01:35Z', seconds: 90 },
    {
      stage: 'planned',
      state: 'done',
      at: '2026-01-01T00:03:00Z',
      seconds: 7200,
    },
    { stage: 'approved', state: 'skipped' },
    {
      stage: 'merged',
      state: 'failed',
      at: '2026-01-01T02:03:00Z',
      seconds: 60,
    },
    { stage: 'applied', state: 'todo' },
    { stage: 'live', state: 'todo' },
  ],
};
