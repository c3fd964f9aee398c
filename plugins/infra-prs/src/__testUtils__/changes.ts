import {
  ChangeConversation,
  ChangedFile,
  ChangeFiles,
  ChangePlan,
  ChangePlanSummary,
  ChangeRequest,
  ChangeRequestDetail,
  ChangeRequestList,
} from '@slipway/plugin-infra-prs-common';

const SHA = 'a'.repeat(40);
const DIGEST = `sha256:${'1'.repeat(64)}`;

const basics = {
  number: 7,
  title: 'Add order-mailer',
  state: 'open',
  draft: false,
  url: 'http://github.test/acme/infrastructure/pull/7',
  author: 'slipway-bot',
  requesters: ['user:default/olivia'],
  entityRef: 'component:default/order-mailer',
  environments: ['prod'],
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  headSha: SHA,
  checks: { state: 'passed', passed: 3, failed: 0, pending: 0 },
  totals: { create: 1, update: 0, replace: 1, delete: 0 },
} as const;

const needsApproval = {
  code: 'approval_missing',
  message: 'Production needs 1 more approval, from platform',
  who: 'A member of platform for Production, other than the requester',
} as const;

/** What somebody may do who may do nothing but what everyone may. */
export const viewer = (
  over: Partial<ChangeRequestDetail['viewer']> = {},
): ChangeRequestDetail['viewer'] => ({
  isRequester: false,
  canApprove: false,
  whyNotApprove: 'You approved it already',
  canMerge: false,
  whyNotReopen: 'It is open',
  ...over,
});

/** A row of a list. */
export const item = (over: Partial<ChangeRequest> = {}): ChangeRequest => ({
  ...basics,
  fromForm: true,
  viewer: { isRequester: false, canApprove: false },
  ...over,
});

/** A list as the backend answers it. */
export const listOf = (
  items: readonly ChangeRequest[],
  over: Partial<ChangeRequestList> = {},
): ChangeRequestList => ({
  items,
  truncated: false,
  mine: ['user:default/pat', 'group:default/platform'],
  source: { state: 'ok', source: { upstream: 'github' } },
  ...over,
});

const plan: ChangePlan = {
  digest: DIGEST,
  runner: 'terraform',
  totals: basics.totals,
  roots: [
    {
      path: 'terraform/live/prod/services/order-mailer',
      environment: 'prod',
      changes: [
        {
          address: 'module.q.aws_sqs_queue.this',
          type: 'aws_sqs_queue',
          action: 'replace',
          attributes: [
            { path: 'fifo_queue', before: 'false', after: 'true' },
            { path: 'arn', unknown: true },
          ],
        },
        {
          address: 'module.q.aws_iam_role.this',
          type: 'aws_iam_role',
          action: 'create',
          attributes: [],
        },
      ],
    },
  ],
};

/** The plan as its route answers it. */
export const planOf = (over: Partial<ChangePlan> = {}): ChangePlan => ({
  ...plan,
  ...over,
});

/** The files of the head, as their route answers them. */
export const filesOf = (
  files: readonly ChangedFile[] = [
    {
      path: 'terraform/live/prod/services/order-mailer/main.tf',
      status: 'added',
      additions: 2,
      deletions: 0,
      patch: '@@ -0,0 +1,2 @@\n+module "queue" {\n+}',
    },
    {
      path: 'logo.png',
      status: 'added',
      additions: 0,
      deletions: 0,
    },
  ],
): ChangeFiles => ({ headSha: SHA, files, total: files.length });

const summary: ChangePlanSummary = {
  ...plan,
  roots: [
    {
      path: plan.roots[0].path,
      environment: 'prod',
      totals: basics.totals,
      failed: false,
    },
  ],
  risks: {
    counts: { critical: 1, high: 0, medium: 0, low: 0 },
    worst: [
      {
        rule: 'data-lost',
        severity: 'critical',
        address: 'module.q.aws_sqs_queue.this',
        message: 'The queue is replaced',
        why: 'Messages still in the queue are lost.',
        root: plan.roots[0].path,
      },
    ],
  },
};

const reviewable: ChangeRequestDetail = {
  ...basics,
  life: {
    id: 'new-service-order-mailer',
    stage: 'planned',
    state: 'active',
    stageSince: basics.updatedAt,
    waitsFor: 'A member of platform for Production, other than the requester',
    pulls: [],
    stages: [],
  },
  fileTotals: { count: 2, additions: 2, deletions: 0 },
  checkRuns: [
    {
      name: 'slipway/plan',
      status: 'completed',
      conclusion: 'success',
      url: 'http://github.test/check/1',
      summary: 'prod: 1 to add, 1 to replace',
    },
  ],
  plan: summary,
  planDigest: DIGEST,
  commits: [
    {
      sha: SHA,
      message: 'Add order-mailer\n\nbody',
      author: 'slipway-bot',
      url: 'http://github.test/c',
    },
  ],
  approvals: [
    {
      reviewId: 1,
      login: 'sam',
      submittedAt: '2026-01-01T00:00:00Z',
      valid: false,
      voidReason: 'New commits were pushed after it',
    },
  ],
  approvalNeeds: [
    {
      environment: 'prod',
      title: 'Production',
      needed: 1,
      missing: needsApproval.message,
      given: [],
      approvers: ['group:default/platform'],
      groups: [],
    },
  ],
  blockers: [needsApproval],
  hostRules: {
    branch: 'main',
    rules: ['These checks pass: slipway/plan'],
    codeOwners: { required: false, needs: [] },
  },
  merging: {
    way: 'merge',
    whyNotAutoMerge: 'The repository does not allow auto-merge',
  },
  viewer: viewer({
    canApprove: true,
    whyNotApprove: undefined,
    whyNotMerge: needsApproval.message,
  }),
  sources: [{ state: 'ok', source: { upstream: 'github' } }],
};

/** An open change with a plan that replaces a queue, seen by someone who may approve it. */
export const detail = (
  over: Partial<ChangeRequestDetail> = {},
): ChangeRequestDetail => ({ ...reviewable, ...over });

/** A conversation in which nobody said anything. */
export const silence: ChangeConversation = {
  comments: [],
  reviews: [],
  threads: [],
  unresolved: 0,
  truncated: false,
};
