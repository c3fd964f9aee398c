import {
  ChangeRequestDetail,
  ChangeRequestList,
} from '@slipway/plugin-infra-prs-common';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { eventually } from './__testUtils__/eventually';
import { filesOf, metadataOf, planOf } from './__testUtils__/fixtures';
import { InfrastructureHost } from './__testUtils__/InfrastructureHost';
import { startPortal } from './__testUtils__/startPortal';

jest.setTimeout(90_000);

let host: InfrastructureHost;
let portal: Awaited<ReturnType<typeof startPortal>>;
let branches = 0;

beforeAll(async () => {
  host = await InfrastructureHost.start();
  portal = await startPortal(host);
});

afterAll(async () => {
  await portal?.stop();
  await host?.stop();
});

/** A change that olivia asked for through the portal, with its plan. */
async function openPlanned(environment = 'prod') {
  branches += 1;
  const branch = `change-${branches}`;
  const change = await host.open({
    branch,
    files: filesOf(environment, branch),
    metadata: metadataOf('user:default/olivia', `mailer-${branches}`),
  });
  await host.plan(change.headSha, planOf(environment, branch));
  return { ...change, branch };
}

async function read(number: number, login = 'pat') {
  const { body } = await portal.get(login, `/pull-requests/${number}`);
  const detail: ChangeRequestDetail = body;
  return detail;
}

const seen = ({ headSha, planDigest }: ChangeRequestDetail) => ({
  headSha,
  planDigest,
});

describe('the way of a change', () => {
  it('is asked for by one person, approved by another, merged and applied', async () => {
    const { number } = await openPlanned();
    const asked = await read(number, 'olivia');
    expect(asked).toMatchObject({
      state: 'open',
      author: 'slipway-bot',
      requesters: ['user:default/olivia'],
      entityRef: 'component:default/mailer',
      environments: ['prod'],
      totals: { create: 1, update: 0, replace: 0, delete: 0 },
      checks: { state: 'passed' },
      approvals: [],
      blockers: [
        {
          code: 'approval_missing',
          message: 'Production needs 1 more approval, from platform',
          who: 'A member of platform for Production, other than the requester',
        },
      ],
      viewer: {
        canApprove: false,
        whyNotApprove:
          'You asked for this change; someone else has to approve it',
        canMerge: false,
      },
    });
    expect(asked.fileTotals).toEqual({ count: 2, additions: 4, deletions: 0 });
    const shown = await read(number);
    expect(shown.viewer).toMatchObject({ canApprove: true, canMerge: false });

    const approved = await portal.post(
      'pat',
      `/pull-requests/${number}/approve`,
      { ...seen(shown), comment: 'Looks right' },
    );
    expect(approved.status).toBe(200);
    expect(approved.body).toMatchObject({
      approvals: [
        { login: 'pat', userEntityRef: 'user:default/pat', valid: true },
      ],
      blockers: [],
      viewer: { canApprove: false, canMerge: true },
    });

    const merged = await portal.post(
      'olivia',
      `/pull-requests/${number}/merge`,
      seen(shown),
    );
    expect(merged.status).toBe(200);
    expect(merged.body).toMatchObject({
      state: 'merged',
      blockers: [],
      apply: { state: 'waiting' },
      viewer: { canMerge: false, whyNotMerge: 'It is already merged' },
    });

    const again = await portal.post(
      'pat',
      `/pull-requests/${number}/merge`,
      seen(shown),
    );
    expect(again.status).toBe(409);
    expect(again.body.error.message).toBe('It is already merged');
  });

  it('shows in the lists of those it concerns and of its entity', async () => {
    const { number } = await openPlanned();
    const numbers = async (login: string, path: string) => {
      const { body } = await portal.get(login, path);
      const { items }: ChangeRequestList = body;
      return items.map(item => item.number);
    };
    // The list may be some seconds old.
    await eventually(
      async () =>
        (await numbers('pat', '/pull-requests')).includes(number) || undefined,
    );
    expect(await numbers('olivia', '/pull-requests?involving=me')).toContain(
      number,
    );
    expect(await numbers('sam', '/pull-requests?involving=me')).not.toContain(
      number,
    );
    expect(
      await numbers('pat', '/entities/component/default/mailer/pull-requests'),
    ).toContain(number);
    expect(await numbers('pat', '/pull-requests?state=merged')).not.toContain(
      number,
    );
  });
});

describe('approving is refused', () => {
  it('to the requester, whose record outlives an edited body', async () => {
    branches += 1;
    const metadata = metadataOf('user:default/olivia', `mailer-${branches}`);
    const { number, headSha } = await host.open({
      branch: `change-${branches}`,
      files: filesOf('prod', String(branches)),
    });
    await host.plan(headSha, planOf('prod', String(branches)));
    const recorded = await portal.postWithoutToken('olivia', '/requests', {
      pullRequestNumber: number,
      metadata: { ...metadata, requester: 'user:default/sam' },
    });
    expect(recorded.status).toBe(204);
    const detail = await read(number, 'olivia');
    expect(detail.requesters).toEqual(['user:default/olivia']);
    const refused = await portal.post(
      'olivia',
      `/pull-requests/${number}/approve`,
      seen(detail),
    );
    expect(refused.status).toBe(403);
    expect(refused.body.error.message).toBe(
      'You asked for this change; someone else has to approve it',
    );
  });

  it('to whoever pushed a commit to it', async () => {
    const { branch } = await openPlanned();
    const headSha = await host.push({
      branch,
      author: 'pat',
      files: { 'terraform/live/prod/services/mailer/b.tf': '# b\n' },
    });
    await host.plan(headSha, planOf('prod', 'pushed'));
    const number = branches;
    const detail = await read(number);
    expect(detail.requesters).toContain('user:default/pat');
    const refused = await portal.post(
      'pat',
      `/pull-requests/${number}/approve`,
      seen(detail),
    );
    expect(refused.status).toBe(403);
  });

  it('to an outsider, and to someone with another person’s account', async () => {
    const { number } = await openPlanned();
    const path = `/pull-requests/${number}/approve`;
    const detail = await read(number, 'sam');
    const outsider = await portal.post('sam', path, seen(detail));
    expect(outsider.status).toBe(403);
    expect(outsider.body.error.message).toBe(
      'Changes to Production are approved by members of platform, and you are not one',
    );
    const borrowed = await portal.post('olivia', path, seen(detail), 'pat');
    expect(borrowed.status).toBe(403);
    expect(borrowed.body.error.message).toContain('signed in to GitHub as pat');
    expect((await read(number)).approvals).toEqual([]);
  });

  it('after a new push, which also voids what was approved', async () => {
    const { number, branch } = await openPlanned();
    const old = await read(number);
    const path = `/pull-requests/${number}`;
    await portal.post('pat', `${path}/approve`, seen(old));
    const headSha = await host.push({
      branch,
      files: { 'terraform/live/prod/services/mailer/c.tf': '# c\n' },
    });
    for (const verb of ['approve', 'merge']) {
      const refused = await portal.post('pat', `${path}/${verb}`, seen(old));
      expect(refused.status).toBe(409);
      expect(refused.body.error.message).toContain('New commits were pushed');
    }
    await host.plan(headSha, planOf('prod', 'moved'));
    const now = await read(number);
    expect(now.approvals).toEqual([
      expect.objectContaining({ login: 'pat', valid: false }),
    ]);
    expect(now.blockers[0].message).toBe(
      'Production needs 1 more approval, from platform; what was given no longer counts',
    );
  });

  it('when the plan of the same commit moved', async () => {
    const { number, headSha } = await openPlanned();
    const old = await read(number);
    await host.plan(headSha, planOf('prod', 'other'));
    const refused = await portal.post(
      'pat',
      `/pull-requests/${number}/approve`,
      seen(old),
    );
    expect(refused.status).toBe(409);
    expect(refused.body.error.message).toContain('The plan changed');
  });
});

describe('merging is refused', () => {
  it('with failing checks and without an approval', async () => {
    const { number, headSha } = await openPlanned();
    await host.check(headSha, 'terraform validate', 'failure');
    const detail = await read(number);
    const refused = await portal.post(
      'pat',
      `/pull-requests/${number}/merge`,
      seen(detail),
    );
    expect(refused.status).toBe(409);
    expect(refused.body.error.message).toContain(
      'Checks failed: terraform validate (Whoever asked for the change pushes a fix)',
    );
    expect(refused.body.error.message).toContain(
      'Production needs 1 more approval, from platform',
    );
  });

  it('a second time: of two at once, one merges', async () => {
    const { number } = await openPlanned('dev');
    const detail = await read(number);
    const path = `/pull-requests/${number}`;
    const approvals = await Promise.all([
      portal.post('pat', `${path}/approve`, seen(detail)),
      portal.post('pat', `${path}/approve`, seen(detail)),
    ]);
    expect(approvals.map(answer => answer.status)).toEqual([200, 200]);
    const { rest } = await host.as('pat');
    const reviews = await rest.pulls.listReviews({
      owner: 'acme',
      repo: 'infrastructure',
      pull_number: number,
    });
    expect(reviews.data).toHaveLength(1);
    const merges = await Promise.all([
      portal.post('pat', `${path}/merge`, seen(detail)),
      portal.post('olivia', `${path}/merge`, seen(detail)),
    ]);
    expect(merges.map(answer => answer.status).sort()).toEqual([200, 409]);
  });
});

describe('bad requests', () => {
  it.each([
    ['/pull-requests?state=broken', 400],
    ['/pull-requests?repo=acme/other', 400],
    ['/pull-requests?entityRef=nonsense', 400],
    ['/pull-requests/0', 400],
    ['/pull-requests/abc', 400],
    ['/pull-requests/99999', 404],
    ['/entities/component/default/nothing/pull-requests', 404],
    ['/entities/component/default/a%20b/pull-requests', 400],
  ])('GET %s is answered with %i', async (path, status) => {
    expect((await portal.get('pat', path)).status).toBe(status);
  });

  it('says what is wrong with a decision', async () => {
    const path = '/pull-requests/1/approve';
    const command = {
      headSha: 'a'.repeat(40),
      planDigest: `sha256:${'0'.repeat(64)}`,
    };
    const noToken = await portal.postWithoutToken('pat', path, command);
    expect(noToken.status).toBe(400);
    expect(noToken.body.error.message).toContain('sign in with GitHub');
    const short = await portal.post('pat', path, { ...command, headSha: 'a' });
    expect(short.status).toBe(400);
    expect(short.body.error.message).toContain('must be a full commit id');
  });

  it('refuses to record a request on a pull request of another one', async () => {
    const { number } = await openPlanned();
    const refused = await portal.postWithoutToken('sam', '/requests', {
      pullRequestNumber: number,
      metadata: metadataOf('user:default/sam', 'other-request'),
    });
    expect(refused.status).toBe(409);
  });

  it('lets nobody in without credentials or permission', async () => {
    expect((await portal.getAnonymously('/pull-requests')).status).toBe(401);
    const closed = await startPortal(host, {
      permissions: AuthorizeResult.DENY,
    });
    try {
      const paths = ['/pull-requests', '/pull-requests/1'];
      for (const path of paths) {
        expect((await closed.get('pat', path)).status).toBe(403);
      }
      const command = {
        headSha: 'a'.repeat(40),
        planDigest: `sha256:${'0'.repeat(64)}`,
      };
      for (const verb of ['approve', 'merge']) {
        const path = `/pull-requests/1/${verb}`;
        expect((await closed.post('pat', path, command)).status).toBe(403);
      }
    } finally {
      await closed.stop();
    }
  });
});
