import { createHash } from 'node:crypto';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  changeFilesSchema,
  changePlanSchema,
  ChangeRequestDetail,
  fitPlanReport,
  PlanRoot,
} from '@slipway/plugin-infra-prs-common';
import { filesOf, planOf } from './__testUtils__/fixtures';
import { InfrastructureHost } from './__testUtils__/InfrastructureHost';
import { startPortal } from './__testUtils__/startPortal';

jest.setTimeout(90_000);

let host: InfrastructureHost;
let portal: Awaited<ReturnType<typeof startPortal>>;

beforeAll(async () => {
  host = await InfrastructureHost.start();
  portal = await startPortal(host);
});

afterAll(async () => {
  await portal?.stop();
  await host?.stop();
});

const sha256 = (text: string) =>
  createHash('sha256').update(text).digest('hex');

function manyResources(count: number): PlanRoot[] {
  const [root] = planOf('prod');
  const [change] = root.changes;
  const changes = Array.from({ length: count }, (_, n) => ({
    ...change,
    address: `module.q["${n}"].aws_sqs_queue.this`,
    attributes: ['name', 'arn', 'policy'].map(path => ({
      path,
      after: `${path} of queue ${n} ${sha256(path + n)}`,
    })),
  }));
  return [{ ...root, changes }];
}

async function openPlanned(branch: string, roots: PlanRoot[]) {
  const { number, headSha } = await host.open({
    branch,
    files: filesOf('prod', branch),
  });
  const report = { version: 1, runner: 'terraform', headSha, roots } as const;
  const text = fitPlanReport(report, sha256);
  await host.check(headSha, 'slipway/plan', 'success', text);
  const { body } = await portal.get('pat', `/pull-requests/${number}`);
  const detail: ChangeRequestDetail = body;
  return { number, headSha, branch, detail, digest: String(detail.planDigest) };
}

describe('the plan of a change', () => {
  it('is read once by its digest, and not with every look at the change', async () => {
    const { number, detail, digest } = await openPlanned(
      'large',
      manyResources(2_000),
    );
    const answer = await portal.get(
      'pat',
      `/pull-requests/${number}/plan?digest=${digest}`,
    );
    expect(answer.status).toBe(200);
    const plan = changePlanSchema.parse(answer.body);
    expect(plan.totals.create).toBe(2_000);
    expect(plan.digest).toBe(digest);
    expect(detail.plan).toMatchObject({
      totals: { create: 2_000 },
      roots: [
        { environment: 'prod', failed: false, totals: { create: 2_000 } },
      ],
      risks: { counts: { critical: 0, high: 0 } },
    });
    const poll = await portal.get('pat', `/pull-requests/${number}`);
    expect(poll.text.length).toBeLessThan(8_000);
    expect(answer.text.length).toBeGreaterThan(100_000);
  });

  it('is kept by browsers, who ask each time whether they still may', async () => {
    const { number, digest } = await openPlanned('kept', planOf('prod'));
    const path = `/pull-requests/${number}/plan?digest=${digest}`;
    const first = await portal.get('pat', path);
    expect(first.headers['cache-control']).toBe('private, no-cache');
    const again = await portal
      .get('pat', path)
      .set('If-None-Match', first.headers.etag);
    expect(again.status).toBe(304);
    expect(again.text).toBe('');
  });

  it('is not given for another digest, nor to strangers', async () => {
    const { number, digest, headSha } = await openPlanned(
      'other',
      planOf('prod'),
    );
    const at = (value: string) =>
      `/pull-requests/${number}/plan?digest=${value}`;
    const other = await portal.get('pat', at(`sha256:${'0'.repeat(64)}`));
    expect(other.status).toBe(404);
    expect(other.body.error.message).toMatch(/has another plan by now/);
    expect((await portal.get('pat', at('x'))).status).toBe(400);
    expect((await portal.getAnonymously(at(digest))).status).toBe(401);
    const denying = await startPortal(host, {
      permissions: AuthorizeResult.DENY,
    });
    expect((await denying.get('pat', at(digest))).status).toBe(403);
    const files = `/pull-requests/${number}/files?headSha=${headSha}`;
    expect((await denying.get('pat', files)).status).toBe(403);
    await denying.stop();
  });
});

describe('the files of a change', () => {
  it('are read by the head they belong to', async () => {
    const { number, headSha, branch } = await openPlanned(
      'files',
      planOf('prod'),
    );
    const at = (sha: string) => `/pull-requests/${number}/files?headSha=${sha}`;
    const { body } = await portal.get('pat', at(headSha));
    const { files, total } = changeFilesSchema.parse(body);
    expect(total).toBe(2);
    expect(files[1]).toMatchObject({
      path: 'terraform/live/prod/services/mailer/main.tf',
      status: 'added',
      patch: '@@ -0,0 +1 @@\n+# files',
      url: expect.stringContaining(`/blob/${headSha}/terraform/live/prod`),
    });

    await host.push({ branch, files: filesOf('prod', 'pushed') });
    await new Promise(resolve => setTimeout(resolve, 5_100));
    await portal.get('pat', `/pull-requests/${number}`);
    await new Promise(resolve => setTimeout(resolve, 300));
    const gone = await portal.get('pat', at(headSha));
    expect(gone.status).toBe(404);
    expect(gone.body.error.message).toMatch(/is not the head of change/);
    expect((await portal.get('pat', at('abc'))).status).toBe(400);
  });
});

describe('a plan that a bot tells of in a comment', () => {
  it('counts where config says so, binds approvals, and goes with its commit', async () => {
    const change = await host.open({
      branch: 'commented',
      files: filesOf('dev', 'commented'),
    });
    const { rest } = await host.as('sam');
    const at = { owner: 'acme', repo: 'infrastructure' };
    await rest.repos.createCommitStatus({
      ...at,
      sha: change.headSha,
      state: 'success',
      context: 'atlantis/plan',
    });
    await rest.issues.createComment({
      ...at,
      issue_number: change.number,
      body: 'Ran Plan for dir: `terraform/live/dev/services/mailer` workspace: `default`\n\n  # aws_sqs_queue.q will be created\n\nPlan: 1 to add, 0 to change, 0 to destroy.\n',
    });
    const path = `/pull-requests/${change.number}`;
    const off = await portal.get('pat', path);
    expect(off.body.plan).toBeUndefined();

    const believing = await startPortal(host, {
      infraPrs: { planComments: { authors: ['sam'] } },
    });
    const { body } = await believing.get('pat', path);
    expect(body.plan).toMatchObject({
      runner: 'comment',
      totals: { create: 1 },
      roots: [{ environment: 'dev' }],
    });
    // The list knows what the page does.
    const listed = await believing.get('pat', '/pull-requests?state=open');
    expect(listed.body.items).toContainEqual(
      expect.objectContaining({
        number: change.number,
        totals: body.plan.totals,
        viewer: expect.objectContaining({ canApprove: true }),
      }),
    );
    const plan = await believing.get(
      'pat',
      `${path}/plan?digest=${body.planDigest}`,
    );
    expect(plan.body.roots[0].changes[0].address).toBe('aws_sqs_queue.q');
    const approved = await believing.post('pat', `${path}/approve`, {
      headSha: change.headSha,
      planDigest: body.planDigest,
    });
    expect(approved.body.approvals).toMatchObject([
      { login: 'pat', valid: true },
    ]);

    await host.push({ branch: 'commented', files: filesOf('dev', 'pushed') });
    await believing.stop();
    const later = await startPortal(host, {
      infraPrs: { planComments: { authors: ['sam'] } },
    });
    const moved = await later.get('pat', path);
    expect(moved.status).toBe(200);
    expect(moved.body.plan).toBeUndefined();
    expect(moved.body.approvals).toMatchObject([{ valid: false }]);
    await later.stop();
  });
});
