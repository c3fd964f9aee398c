import {
  infraPrsApprovePermission,
  infraPrsBreakGlassPermission,
  infraPrsClosePermission,
  infraPrsCommentPermission,
  infraPrsMergePermission,
  infraPrsReadPermission,
  infraPrsRecordPermission,
  infraPrsRequestChangesPermission,
  infraPrsRerunPermission,
  infraPrsRetryPermission,
  infraPrsRevertPermission,
} from '@slipway/plugin-infra-prs-common';
import { sha } from './facts';
import { metadataOf } from './fixtures';

/** A request below `/v1`; what is left out is as in the good one. */
export interface RouteInput {
  readonly path?: string;
  readonly body?: object;
  /** Without the person's GitHub token. */
  readonly withoutToken?: boolean;
}

/** How a route is used, and what it must refuse. */
export interface RouteCase {
  readonly good: RouteInput & { readonly path: string };
  /** The permission without which it refuses. */
  readonly permission: string;
  /** What it refuses as invalid, with the words that say which field is wrong. */
  readonly bad: ReadonlyArray<readonly [RouteInput, string]>;
}

const read = infraPrsReadPermission.name;
const digest = `sha256:${'a'.repeat(64)}`;
const seen = { headSha: sha('a'), planDigest: digest };

type Bad = RouteCase['bad'];

/** Of a decision that a person makes with their own GitHub token. */
function decision(
  verb: string,
  permission: string,
  body: object,
  bad: Bad = [],
): RouteCase {
  const path = `/pull-requests/1/${verb}`;
  return {
    good: { path, body },
    permission,
    bad: [
      [{ path: `/pull-requests/x/${verb}` }, 'number'],
      [{ path: `/pull-requests/0/${verb}` }, 'number'],
      [{ withoutToken: true }, 'x-slipway-github-token'],
      ...bad,
    ],
  };
}

/** What is wrong with a decision over what its person saw. */
const badSight = (rest: object): Bad => [
  [{ body: { ...rest, ...seen, headSha: 'main' } }, 'headSha'],
  [{ body: { ...rest, planDigest: digest } }, 'headSha'],
  [{ body: { ...rest, ...seen, repo: 'acme/other' } }, 'repo'],
];

const { headSha } = seen;
const { name: closing } = infraPrsClosePermission;
const reason = 'The queue of orders is down and this fixes it';

const decisions: Readonly<Record<string, RouteCase>> = {
  approve: decision(
    'approve',
    infraPrsApprovePermission.name,
    seen,
    badSight({}),
  ),
  merge: decision('merge', infraPrsMergePermission.name, seen, badSight({})),
  'request-changes': decision(
    'request-changes',
    infraPrsRequestChangesPermission.name,
    { headSha, comment: 'Please split it' },
    [
      [{ body: { headSha, comment: ' ' } }, 'comment'],
      [{ body: { comment: 'Please split it' } }, 'headSha'],
    ],
  ),
  comment: decision(
    'comment',
    infraPrsCommentPermission.name,
    { comment: 'Why?' },
    [[{ body: { comment: 'x'.repeat(4001) } }, 'comment']],
  ),
  retry: decision('retry', infraPrsRetryPermission.name, {}),
  revert: decision('revert', infraPrsRevertPermission.name, {}),
  close: decision('close', closing, { reason: 'Not needed' }, [
    [{ body: {} }, 'reason'],
  ]),
  reopen: decision('reopen', closing, {}, [
    [{ body: { comment: '' } }, 'comment'],
  ]),
  draft: decision('draft', closing, { draft: true }, [
    [{ body: { draft: 'yes' } }, 'draft'],
  ]),
  'auto-merge': decision(
    'auto-merge',
    infraPrsMergePermission.name,
    { enabled: false },
    [[{ body: { enabled: true, headSha: 'main' } }, 'headSha']],
  ),
  'break-glass': decision(
    'break-glass',
    infraPrsBreakGlassPermission.name,
    { ...seen, reason, confirm: '1' },
    [
      ...badSight({ reason, confirm: '1' }),
      [{ body: { ...seen, reason: 'urgent', confirm: '1' } }, 'reason'],
      [{ body: { ...seen, reason } }, 'confirm'],
    ],
  ),
};

/** Of something that is said in the conversation, with the person's own GitHub token. */
function saying(
  path: string,
  permission: string,
  body: object,
  bad: Bad,
): RouteCase {
  const good = { path: `/pull-requests/1/${path}`, body };
  return {
    good,
    permission,
    bad: [
      [{ path: `/pull-requests/x/${path}` }, 'number'],
      [{ withoutToken: true }, 'x-slipway-github-token'],
      ...bad,
    ],
  };
}

const comment = infraPrsCommentPermission.name;
const thread = { headSha, path: 'a.tf', side: 'RIGHT', line: 1, body: 'Why?' };

const conversation: Readonly<Record<string, RouteCase>> = {
  'POST threads': saying('threads', comment, thread, [
    [{ body: { ...thread, line: 0 } }, 'line'],
    [{ body: { ...thread, headSha: 'main' } }, 'headSha'],
  ]),
  'POST threads/:thread/replies': saying(
    'threads/7/replies',
    comment,
    { body: 'So' },
    [
      [{ path: '/pull-requests/1/threads/x/replies' }, 'thread'],
      [{ body: { body: '' } }, 'body'],
    ],
  ),
  'PUT threads/:thread/resolution': saying(
    'threads/7/resolution',
    comment,
    { resolved: true },
    [[{ body: { resolved: 'yes' } }, 'resolved']],
  ),
  'POST checks/:check/rerun': saying(
    'checks/7/rerun',
    infraPrsRerunPermission.name,
    {},
    [[{ path: '/pull-requests/1/checks/x/rerun' }, 'check']],
  ),
};

function bulk(): RouteCase {
  const items = [{ number: 1, ...seen }];
  const body = { decision: 'approve', items };
  return {
    good: { path: '/pull-requests/decisions', body },
    permission: infraPrsApprovePermission.name,
    bad: [
      [{ body: { ...body, decision: 'close' } }, 'decision'],
      [{ body: { ...body, items: [] } }, 'items'],
      [{ body: { ...body, items: [...items, ...items] } }, 'once'],
      [{ withoutToken: true }, 'x-slipway-github-token'],
    ],
  };
}

/** Of a read about one change. */
function ofChange(part: string, bad: RouteCase['bad'] = []): RouteCase {
  return {
    good: { path: `/pull-requests/1${part}` },
    permission: read,
    bad: [
      [{ path: `/pull-requests/1e9x${part}` }, 'number'],
      [{ path: `/pull-requests/-1${part}` }, 'number'],
      ...bad,
    ],
  };
}

const record = {
  pullRequestNumber: 1,
  metadata: metadataOf('user:default/olivia'),
};

/** By method and path, as the router has them. A route that is not here fails the test of all routes. */
export const routeCases: Readonly<Record<string, RouteCase>> = {
  'GET /v1/pull-requests': {
    good: { path: '/pull-requests' },
    permission: read,
    bad: [
      [{ path: '/pull-requests?state=broken' }, 'state'],
      [{ path: '/pull-requests?involving=pat' }, 'involving'],
      [{ path: '/pull-requests?entityRef=a:b:c:d' }, 'entityRef'],
      [{ path: '/pull-requests?repo=acme/other' }, 'repo'],
    ],
  },
  'GET /v1/entities/:kind/:namespace/:name/pull-requests': {
    good: { path: '/entities/component/default/mailer/pull-requests' },
    permission: read,
    bad: [
      [{ path: '/entities/component/default/a%2Fb/pull-requests' }, 'at name'],
    ],
  },
  'GET /v1/pull-requests/:number': ofChange(''),
  'GET /v1/pull-requests/:number/checks': ofChange(
    `/checks?headSha=${sha('a')}`,
    [[{ path: '/pull-requests/1/checks?headSha=main' }, 'headSha']],
  ),
  'GET /v1/pull-requests/:number/conversation': ofChange('/conversation'),
  'GET /v1/figures': {
    good: { path: '/figures?days=7' },
    permission: read,
    bad: [
      [{ path: '/figures?days=0' }, 'days'],
      [{ path: '/figures?failureDays=0' }, 'failureDays'],
      [{ path: '/figures?repo=acme/other' }, 'repo'],
    ],
  },
  'GET /v1/requests': {
    good: { path: '/requests?after=0&limit=2' },
    permission: read,
    bad: [
      [{ path: '/requests?limit=0' }, 'limit'],
      [{ path: '/requests?limit=501' }, 'limit'],
      [{ path: '/requests?after=-1' }, 'after'],
      [{ path: '/requests?repo=acme/other' }, 'repo'],
    ],
  },
  'GET /v1/pull-requests/:number/findings': ofChange('/findings'),
  'GET /v1/pull-requests/:number/follow': ofChange('/follow'),
  'GET /v1/pull-requests/:number/manifests': ofChange('/manifests'),
  'GET /v1/pull-requests/:number/timeline': ofChange('/timeline'),
  'GET /v1/pull-requests/:number/plan': ofChange(`/plan?digest=${digest}`, [
    [{ path: '/pull-requests/1/plan' }, 'digest'],
    [{ path: '/pull-requests/1/plan?digest=../x' }, 'digest'],
  ]),
  'GET /v1/pull-requests/:number/files': ofChange(
    `/files?headSha=${sha('a')}`,
    [
      [{ path: '/pull-requests/1/files' }, 'headSha'],
      [{ path: '/pull-requests/1/files?headSha=main' }, 'headSha'],
    ],
  ),
  ...Object.fromEntries(
    Object.entries(decisions).map(([verb, one]) => [
      `POST /v1/pull-requests/:number/${verb}`,
      one,
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(conversation).map(([name, one]) => [
      name.replace(' ', ' /v1/pull-requests/:number/'),
      one,
    ]),
  ),
  'POST /v1/pull-requests/decisions': bulk(),
  'POST /v1/requests': {
    good: { path: '/requests', body: record },
    permission: infraPrsRecordPermission.name,
    bad: [
      [{ body: { ...record, pullRequestNumber: -1 } }, 'pullRequestNumber'],
      [{ body: { ...record, metadata: {} } }, 'metadata'],
      [{ body: { ...record, approved: true } }, 'approved'],
    ],
  },
};
