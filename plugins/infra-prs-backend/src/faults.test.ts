import {
  ChangeRequestDetail,
  SourceSummary,
} from '@slipway/plugin-infra-prs-common';
import { eventually } from './__testUtils__/eventually';
import { filesOf, metadataOf, planOf } from './__testUtils__/fixtures';
import { InfrastructureHost } from './__testUtils__/InfrastructureHost';
import { startPortal } from './__testUtils__/startPortal';

jest.setTimeout(120_000);

const REPO = { owner: 'acme', repo: 'infrastructure' };

let host: InfrastructureHost;
let portal: Awaited<ReturnType<typeof startPortal>>;
let opened = 0;

beforeAll(async () => {
  host = await InfrastructureHost.start();
  portal = await startPortal(host);
});

afterEach(() => host.chaos.reset());

afterAll(async () => {
  await portal?.stop();
  await host?.stop();
});

/** A change that waits for pat, as pat saw it. */
async function openSeen(files: Record<string, string> = {}) {
  opened += 1;
  const branch = `fault-${opened}`;
  const change = await host.open({
    branch,
    files: { ...filesOf('prod', branch), ...files },
    metadata: metadataOf('user:default/olivia', branch),
  });
  await host.plan(change.headSha, planOf('prod', branch));
  return { ...change, branch };
}

async function read(number: number): Promise<ChangeRequestDetail> {
  const { status, body } = await portal.get('pat', `/pull-requests/${number}`);
  expect({ status, error: body.error }).toEqual({ status: 200 });
  return body;
}

/** For some seconds after a fault, what was never read is not asked for. */
async function readOnceWell(number: number): Promise<ChangeRequestDetail> {
  await eventually(async () => {
    const { status } = await portal.get('pat', `/pull-requests/${number}`);
    return status === 200 ? true : undefined;
  });
  return read(number);
}

const seen = ({ headSha, planDigest }: ChangeRequestDetail) => ({
  headSha,
  planDigest,
  comment: 'Looks right',
});

const approve = (detail: ChangeRequestDetail, body = seen(detail)) =>
  portal.post('pat', `/pull-requests/${detail.number}/approve`, body);

async function reviewsOf(number: number) {
  const { rest } = await host.as('pat');
  const at = { ...REPO, pull_number: number };
  return (await rest.pulls.listReviews(at)).data;
}

const troubled = ({ sources }: ChangeRequestDetail): SourceSummary[] =>
  sources.filter(({ state }) => state !== 'ok');

describe('a page that was read before', () => {
  it.each([
    ['403', { denied: true }, /^GitHub refused: .*not accessible/],
    ['401', { failRate: 1, failStatus: 401 }, /does not accept Slipway's/],
    ['the hourly limit', { exhausted: true }, /rate limit is used up until 20/],
    ['half an answer', { cut: true }, /answered only in part|did not answer/],
    ['no JSON', { failRate: 1, failStatus: 502 }, /answered with 502/],
  ])(
    'stays through %s, marked as old, with what to do',
    async (_, rule, words) => {
      const { number } = await openSeen();
      const before = await read(number);
      host.chaos.set('github/rest', rule);
      const after = await eventually(async () => {
        const detail = await read(number);
        const told = troubled(detail).flatMap(({ message }) => message ?? []);
        return told.some(message => words.test(message)) ? detail : undefined;
      });
      expect(after.title).toBe(before.title);
      expect(after.totals).toEqual(before.totals);
      expect(troubled(after).every(({ asOf }) => asOf)).toBe(true);
      host.chaos.reset();
      await eventually(async () =>
        troubled(await read(number)).length === 0 ? true : undefined,
      );
    },
  );
});

describe('a part of a page that cannot be read', () => {
  it.each([
    ['files', 'github/rest/files', { failRate: 1, failStatus: 500 }],
    ['files', 'github/rest/files', { empty: true }],
    ['commits', 'github/rest/commits', { empty: true }],
    ['checks', 'github/rest/check-runs', { denied: true }],
    ['reviews', 'github/rest/reviews', { cut: true }],
  ])(
    'leaves the others, but nobody decides without %s (%s %j)',
    async (part, target, rule) => {
      const { number } = await openSeen();
      host.chaos.set(target, rule);
      const detail = await readOnceWell(number);
      expect(detail.title).toContain('fault-');
      expect(troubled(detail)).toHaveLength(1);
      expect(detail.blockers).toContainEqual(
        expect.objectContaining({
          code: 'unreadable',
          message: expect.stringContaining(part),
        }),
      );
      expect(detail.viewer.canApprove).toBe(false);
      host.chaos.reset();
      const again = await eventually(async () => {
        const next = await read(number);
        return next.viewer.canApprove ? next : undefined;
      });
      expect(troubled(again)).toEqual([]);
    },
  );

  it('is not taken for whole when its second page fails', async () => {
    const many = Array.from({ length: 130 }, (_, index) => [
      `terraform/live/prod/services/mailer/f${index}.tf`,
      `# ${index}\n`,
    ]);
    const { number } = await openSeen(Object.fromEntries(many));
    host.chaos.set('github/rest/files/page/2', {
      failRate: 1,
      failStatus: 500,
    });
    const half = await readOnceWell(number);
    expect(half.viewer.canApprove).toBe(false);
    host.chaos.set('github/rest/files/page/2', { empty: true });
    const cut = await read(number);
    expect(cut.viewer.canApprove).toBe(false);
  });
});

describe('deciding', () => {
  it.each([
    ['404', 'an account that lost its access', /may not approve.*Not Found/],
    ['422', 'a review that GitHub finds invalid', /refused to approve: Valid/],
    ['401', 'a sign-in that has expired', /sign out and in again/],
    ['500', 'an answer that got lost', /look at the change before/],
  ])(
    'with %s, %s, is refused in words and changes nothing',
    async (status, _, words) => {
      const detail = await readOnceWell((await openSeen()).number);
      const rule = { failRate: 1, failStatus: Number(status) };
      host.chaos.set('github/rest/POST reviews', rule);
      const { body, status: answered } = await approve(detail);
      expect(body.error.message).toMatch(words);
      expect([403, 409, 503]).toContain(answered);
      host.chaos.reset();
      expect(await reviewsOf(detail.number)).toEqual([]);
      // What was typed is sent again, and counts.
      expect((await approve(detail)).status).toBe(200);
      const [review] = await reviewsOf(detail.number);
      expect(review.body).toContain('Looks right');
    },
  );

  it('by a token that GitHub does not know says so', async () => {
    const { number } = await openSeen();
    const detail = await read(number);
    const { status, body } = await portal.ask({
      method: 'post',
      login: 'pat',
      path: `/pull-requests/${number}/approve`,
      body: seen(detail),
      token: 'gho_expired',
    });
    expect(status).toBe(403);
    expect(body.error.message).toContain('sign out and in again');
  });

  it('over a force-push is refused, and over the new commits is not', async () => {
    const change = await openSeen();
    const detail = await read(change.number);
    const { rest } = await host.as('slipway-bot');
    const main = await rest.git.getRef({ ...REPO, ref: 'heads/main' });
    await rest.git.updateRef({
      ...REPO,
      ref: `heads/${change.branch}`,
      sha: main.data.object.sha,
      force: true,
    });
    const sha = await host.push({
      branch: change.branch,
      files: filesOf('prod', 'forced'),
    });
    await host.plan(sha, planOf('prod', 'forced'));
    const refused = await approve(detail);
    expect(refused.status).toBe(409);
    expect(refused.body.error.message).toMatch(/moved|new commit|pushed/i);
    expect(await reviewsOf(change.number)).toEqual([]);
    const fresh = await eventually(async () => {
      const next = await read(change.number);
      return next.headSha === sha && next.viewer.canApprove ? next : undefined;
    });
    expect((await approve(fresh)).status).toBe(200);
  });

  it('over a branch that was deleted is refused; the page says closed', async () => {
    const change = await openSeen();
    const detail = await read(change.number);
    const { rest } = await host.as('slipway-bot');
    await rest.git.deleteRef({ ...REPO, ref: `heads/${change.branch}` });
    const { status, body } = await approve(detail);
    expect(status).toBe(409);
    expect(body.error.message).toMatch(/closed/);
    expect(await read(change.number)).toMatchObject({ state: 'closed' });
  });
});

describe('contents', () => {
  it('of more files than GitHub lists block, and say who can help', async () => {
    const many = Array.from({ length: 3_100 }, (_, index) => [
      `terraform/live/prod/services/mailer/f${index}.tf`,
      '#\n',
    ]);
    const { number } = await openSeen(Object.fromEntries(many));
    const detail = await eventually(async () => {
      const once = await read(number);
      return troubled(once).length === 0 ? once : undefined;
    });
    expect(detail.blockers).toContainEqual({
      code: 'unreadable',
      message: 'It has 3102 files, more than GitHub lists',
      who: expect.stringContaining('splits it into smaller ones'),
    });
    const words =
      'It has 3102 files, more than GitHub lists, so nobody can tell what it does';
    expect(detail.viewer).toMatchObject({
      canMerge: false,
      canApprove: false,
      whyNotApprove: words,
    });
    const refused = await approve(detail);
    expect([refused.status, refused.body.error.message]).toEqual([409, words]);
  });

  it('that are binary or too long have no patch, and no page falls over them', async () => {
    const folder = 'terraform/live/prod/services/mailer';
    const { number, headSha } = await openSeen({
      [`${folder}/logo.png`]: 'PNG\u0000\u0001',
      [`${folder}/long.tf`]: '# long\n'.repeat(80_000),
    });
    const detail = await read(number);
    expect(detail.viewer.canApprove).toBe(true);
    const { body } = await portal.get(
      'pat',
      `/pull-requests/${number}/files?headSha=${headSha}`,
    );
    const patches = Object.fromEntries(
      body.files.map((file: { path: string; patch?: string }) => [
        file.path,
        file.patch !== undefined,
      ]),
    );
    expect(patches).toMatchObject({
      [`${folder}/logo.png`]: false,
      [`${folder}/long.tf`]: false,
      [`${folder}/main.tf`]: true,
    });
  });
});

describe.each([-3, 3])('a Git host whose clock is off by %d hours', hours => {
  let skewed: InfrastructureHost;
  let other: typeof portal;
  beforeAll(async () => {
    skewed = await InfrastructureHost.start({
      clockStart: Date.now() + hours * 3_600_000,
    });
    other = await startPortal(skewed);
  });
  afterAll(async () => {
    await other?.stop();
    await skewed?.stop();
  });

  it('is believed about the order of plan, approval and merge', async () => {
    const { number, headSha } = await skewed.open({
      branch: 'skew',
      files: filesOf('prod'),
      metadata: metadataOf('user:default/olivia'),
    });
    await skewed.plan(headSha, planOf('prod'));
    const { body } = await other.get('pat', `/pull-requests/${number}`);
    const path = `/pull-requests/${number}`;
    const approved = await other.post('pat', `${path}/approve`, seen(body));
    expect(approved.body).toMatchObject({ approvals: [{ valid: true }] });
    const { headSha: head, planDigest } = body;
    const merged = await other.post('olivia', `${path}/merge`, {
      headSha: head,
      planDigest,
    });
    expect(merged.body).toMatchObject({ state: 'merged' });
  });
});

describe('a database that is gone for a minute', () => {
  it('loses no decision: what GitHub knows counts afterwards', async () => {
    const detail = await readOnceWell((await openSeen()).number);
    const gone = jest
      .spyOn(portal.database.client, 'acquireConnection')
      .mockRejectedValue(new Error('connect ECONNREFUSED 10.0.0.7:5432'));
    const refused = await approve(detail);
    expect(refused.status).toBe(503);
    expect(JSON.stringify(refused.body)).not.toContain('10.0.0.7');
    expect(await reviewsOf(detail.number)).toEqual([]);
    gone.mockRestore();
    expect((await approve(detail)).status).toBe(200);
  });
});
