import {
  parseApplyReport,
  parsePlanReport,
  PlanReport,
} from '@slipway/plugin-infra-prs-common';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Octokit } from 'octokit';
import { demoEnvironments } from '../demo/environments';
import { collectSeed } from '../git/seed/collectSeed';
import { writeFiles } from '../git/seed/writeFiles';
import { startTestHost, TestHost } from '../git/__testUtils__/startTestHost';
import { createRunner } from './createRunner';
import { Runner } from './Runner';
import { Files } from './static/loadModules';
import { StaticPlanner } from './static/StaticPlanner';
import { RecordingTarget } from './__testUtils__/RecordingTarget';

const sourceDir = path.resolve(__dirname, '../../../..');
const repo = { owner: 'acme', repo: 'infrastructure' };
const queueFile = (environment: string) =>
  `terraform/live/${environment}/services/go-worker/queue-orders-created.tf`;

jest.setTimeout(60_000);

/** A planner that can be held up. */
class GatedPlanner extends StaticPlanner {
  gate: Promise<void> = Promise.resolve();

  async examine(files: Files, root: string) {
    await this.gate;
    return super.examine(files, root);
  }
}

describe('Runner', () => {
  let test: TestHost;
  let runner: Runner;
  let bot: Octokit;
  let pat: Octokit;
  const target = new RecordingTarget();
  const planner = new GatedPlanner();
  let branches = 0;

  beforeAll(async () => {
    test = await startTestHost({ seed: await collectSeed(sourceDir) });
    bot = await test.octokit('slipway-bot');
    pat = await test.octokit('pat');
    runner = createRunner({
      host: test.host,
      target,
      environments: demoEnvironments,
      planner,
    });
    await runner.start();
    await runner.idle();
  });
  afterAll(async () => {
    await runner.stop();
    await test.stop();
  });

  const repository = () => test.host.repository('acme', 'infrastructure');
  const commit = async (
    branch: string,
    files: Record<string, string | undefined>,
  ) =>
    writeFiles(test.host.context, repository(), {
      login: 'slipway-bot',
      message: 'Change infrastructure',
      branch,
      from: await test.host.headOf('acme', 'infrastructure'),
      files: new Map(
        Object.entries(files).map(([file, text]) => [
          file,
          text === undefined ? undefined : Buffer.from(text),
        ]),
      ),
    });

  async function open(files: Record<string, string | undefined>) {
    branches += 1;
    const head = `change-${branches}`;
    await commit(head, files);
    const pull = { ...repo, title: head, head, base: 'main' };
    const { data } = await bot.rest.pulls.create(pull);
    const at = { ...repo, pull_number: data.number };
    return { at, head, sha: data.head.sha };
  }

  async function checksOf(ref: string) {
    const { data } = await bot.rest.checks.listForRef({ ...repo, ref });
    return new Map(data.check_runs.map(run => [run.name, run]));
  }

  async function reportOf(ref: string): Promise<PlanReport> {
    const checks = await checksOf(ref);
    const text = checks.get('slipway/plan')?.output.text ?? '';
    const report = parsePlanReport(text);
    if (!report) throw new Error(`No plan in: ${text}`);
    return report;
  }

  const text = async (file: string) =>
    String(await test.host.fileAt('acme', 'infrastructure', 'main', file));

  it('applies what is on the default branch at start', () => {
    expect([...target.roots.keys()].sort()).toEqual(
      ['dev', 'prod'].flatMap(environment =>
        ['go-worker', 'quarkus-service', 'spring-api'].map(
          service => `terraform/live/${environment}/services/${service}`,
        ),
      ),
    );
    const queue = target
      .applied('terraform/live/prod/services/go-worker')
      .get('module.queue_orders_created.aws_sqs_queue.this');
    expect(queue?.values).toMatchObject({
      name: 'prod-orders-created',
      visibility_timeout_seconds: 60,
      tags: { component: 'go-worker', environment: 'prod' },
    });
  });

  it('has planned and applied what was merged before it came', async () => {
    const { data } = await bot.rest.pulls.list({ ...repo, state: 'closed' });
    expect(data).toHaveLength(13);
    for (const { title, head, merged_at: at, merge_commit_sha: sha } of data) {
      const { roots } = await reportOf(head.sha);
      const apply = (await checksOf(String(sha))).get('slipway/apply');
      expect([title, apply?.conclusion]).toEqual([
        title,
        roots.length > 0 ? 'success' : undefined,
      ]);
      if (!apply) continue;
      const soon = Date.parse(String(at)) + 15 * 60_000;
      expect(Date.parse(String(apply.completed_at))).toBeLessThan(soon);
      const report = parseApplyReport(String(apply.output.text));
      expect(report?.roots.map(({ state }) => state)).toEqual(['succeeded']);
      const changes = roots[0].changes.filter(c => c.action !== 'no-op');
      expect([title, changes.length > 0]).toEqual([title, true]);
    }
    const again = data.find(({ title }) => title.includes('for four days'));
    const ref = String(again?.merge_commit_sha);
    const both = { ...repo, ref, filter: 'all' } as const;
    const { check_runs: runs } = (await bot.rest.checks.listForRef(both)).data;
    expect(runs.map(run => run.conclusion)).toContain('failure');
  });

  it('checks the pull request that was open before', async () => {
    const { data } = await bot.rest.pulls.list(repo);
    expect(data).toHaveLength(1);
    const [{ head, number }] = data;
    const checks = await checksOf(head.sha);
    expect(
      [...checks].map(([name, { conclusion }]) => [name, conclusion]).sort(),
    ).toEqual([
      ['kustomize build', 'success'],
      ['slipway/plan', 'success'],
      ['terraform fmt', 'success'],
      ['terraform validate', 'success'],
    ]);
    expect(checks.get('slipway/plan')?.output).toMatchObject({
      title: '0 to add, 2 to change, 0 to destroy',
      summary: expect.stringContaining(
        'prod: 0 to add, 2 to change, 0 to destroy',
      ),
    });
    const [root] = (await reportOf(head.sha)).roots;
    const changed = root.changes.filter(({ action }) => action !== 'no-op');
    expect(changed).toEqual([
      expect.objectContaining({
        address:
          'module.queue_orders_created.aws_cloudwatch_metric_alarm.dlq_not_empty',
        attributes: [expect.objectContaining({ path: 'alarm_description' })],
      }),
      expect.objectContaining({
        address: 'module.queue_orders_created.aws_sqs_queue.this',
        action: 'update',
        attributes: [
          { path: 'redrive_policy.maxReceiveCount', before: '3', after: '5' },
        ],
      }),
    ]);
    const { data: pull } = await pat.rest.pulls.get({
      ...repo,
      pull_number: number,
    });
    expect(pull.mergeable_state).toBe('blocked');
  });

  it('plans a new service, and applies it once it is merged', async () => {
    const files = await test.host.readTree('acme', 'infrastructure', 'main');
    const copied = [...files]
      .filter(([file]) => /\/dev\/services\/go-worker\//.test(file))
      .map(([file, content]) => [
        file.replaceAll('go-worker', 'order-mailer'),
        String(content)
          .replaceAll('go-worker', 'order-mailer')
          .replaceAll('orders-created', 'order-mails'),
      ]);
    const pull = await open(Object.fromEntries(copied));
    await runner.idle();
    const root = 'terraform/live/dev/services/order-mailer';
    const report = await reportOf(pull.sha);
    expect(report).toMatchObject({
      headSha: pull.sha,
      runner: 'static',
      roots: [{ path: root, environment: 'dev' }],
    });
    expect(new Set(report.roots[0].changes.map(c => c.action))).toEqual(
      new Set(['create']),
    );
    const url = report.roots[0].changes
      .find(({ type }) => type === 'aws_sqs_queue_policy')
      ?.attributes.find(attribute => attribute.path === 'queue_url');
    expect(url).toEqual({ path: 'queue_url', unknown: true });
    expect(target.roots.has(root)).toBe(false);

    await pat.rest.pulls.createReview({ ...pull.at, event: 'APPROVE' });
    const { data: merged } = await pat.rest.pulls.merge(pull.at);
    await runner.idle();
    expect([...target.applied(root).values()].map(r => r.values.name)).toEqual(
      expect.arrayContaining(['dev-order-mails', 'dev-order-mails-dlq']),
    );
    const apply = (await checksOf(merged.sha)).get('slipway/apply');
    expect(apply).toMatchObject({
      conclusion: 'success',
      output: {
        title: '1 applied',
        summary: expect.stringMatching(/\d+ added, 0 changed, 0 destroyed/),
      },
    });
    const applied = parseApplyReport(apply?.output.text ?? '');
    expect(applied).toMatchObject({
      commitSha: merged.sha,
      roots: [{ path: root, environment: 'dev', state: 'succeeded' }],
    });
    expect(applied?.roots[0].created).toContainEqual({
      address: 'module.queue_orders_created.aws_sqs_queue.this',
      type: 'aws_sqs_queue',
      name: 'dev-order-mails',
    });
  });

  it('plans the removal of a root, and of a queue', async () => {
    const files = await test.host.readTree('acme', 'infrastructure', 'main');
    const gone = [...files.keys()].filter(file =>
      file.includes('/dev/services/order-mailer/'),
    );
    const pull = await open(
      Object.fromEntries(gone.map(file => [file, undefined])),
    );
    await runner.idle();
    const [root] = (await reportOf(pull.sha)).roots;
    expect(new Set(root.changes.map(c => c.action))).toEqual(
      new Set(['delete']),
    );
  });

  it('plans every root of a module that changes', async () => {
    const file = 'terraform/modules/sqs-queue/main.tf';
    const before = await text(file);
    const after = before.replace(
      'receive_wait_time_seconds   = 20',
      'receive_wait_time_seconds   = 10',
    );
    expect(after).not.toBe(before);
    const pull = await open({ [file]: after });
    await runner.idle();
    const { roots } = await reportOf(pull.sha);
    expect(roots.map(root => root.path)).toEqual(
      expect.arrayContaining([
        'terraform/live/prod/services/go-worker',
        'terraform/live/dev/services/quarkus-service',
      ]),
    );
    expect(roots.some(root => root.path.endsWith('spring-api'))).toBe(false);
  });

  it('says where a file is wrong', async () => {
    const broken = await open({
      [queueFile('dev')]: 'module "q" {\n  source = \n}\n',
    });
    const loose = await open({
      [queueFile('dev')]: `${await text(
        queueFile('dev'),
      )}\nlocals {\n x=1\n}\n`,
    });
    const refused = await open({
      [queueFile('dev')]: (
        await text(queueFile('dev'))
      ).replace(/max_receive_count\s*= 3/, 'max_receive_count          = 0'),
    });
    await runner.idle();
    const brokenChecks = await checksOf(broken.sha);
    expect(brokenChecks.get('terraform validate')).toMatchObject({
      conclusion: 'failure',
      output: {
        summary: expect.stringContaining(`${queueFile('dev')}:2: `),
      },
    });
    expect(brokenChecks.get('slipway/plan')?.conclusion).toBe('failure');
    const looseChecks = await checksOf(loose.sha);
    expect(looseChecks.get('terraform fmt')).toMatchObject({
      conclusion: 'failure',
      output: { summary: expect.stringContaining(queueFile('dev')) },
    });
    expect(looseChecks.get('slipway/plan')?.conclusion).toBe('success');
    const [root] = (await reportOf(refused.sha)).roots;
    expect(root.error).toContain('between 1 and 1000');
  });

  it('lets changes without Terraform pass, and builds changed overlays', async () => {
    const file = 'gitops/apps/go-worker/overlays/dev/kustomization.yaml';
    const good = await open({ 'catalog/x.yaml': 'a: b\n' });
    const bad = await open({ [file]: 'resources: [../../none]\n' });
    await runner.idle();
    for (const [, run] of await checksOf(good.sha)) {
      expect(run.conclusion).toBe('success');
    }
    const checks = await checksOf(bad.sha);
    expect(checks.get('kustomize build')?.conclusion).not.toBe('success');
    expect(checks.get('slipway/plan')?.conclusion).toBe('success');
  });

  it('cancels the checks of an older push', async () => {
    let release = () => {};
    planner.gate = new Promise(resolve => (release = resolve));
    const pull = await open({ [queueFile('prod')]: 'locals {}\n' });
    // Before it has checks there are none to cancel.
    while ((await checksOf(pull.sha)).size === 0) await sleep(20);
    const sha = await commit(pull.head, { 'catalog/y.yaml': 'a: b\n' });
    release();
    await runner.idle();
    const older = [...(await checksOf(pull.sha)).values()];
    expect(older.some(run => run.conclusion === 'cancelled')).toBe(true);
    expect(older.every(run => run.status === 'completed')).toBe(true);
    expect((await reportOf(sha)).headSha).toBe(sha);
  });

  it('reports what the account refuses', async () => {
    const address = 'aws_cloudwatch_log_group.extra';
    target.refusals.set(address, 'LimitExceeded');
    const pull = await open({
      'terraform/live/dev/services/spring-api/extra.tf':
        'resource "aws_cloudwatch_log_group" "extra" {\n  name = "/extra"\n}\n',
    });
    await runner.idle();
    await pat.rest.pulls.createReview({ ...pull.at, event: 'APPROVE' });
    const { data: merged } = await pat.rest.pulls.merge(pull.at);
    await runner.idle();
    expect((await checksOf(merged.sha)).get('slipway/apply')).toMatchObject({
      conclusion: 'failure',
      output: { summary: expect.stringContaining('LimitExceeded') },
    });
    const run = (await checksOf(merged.sha)).get('slipway/apply');
    const [failed] = parseApplyReport(run?.output.text ?? '')?.roots ?? [];
    expect(failed).toMatchObject({
      state: 'failed',
      error: `${address}: LimitExceeded`,
      added: 0,
    });

    target.refusals.clear();
    await pat.rest.checks.rerequestRun({ ...repo, check_run_id: run?.id ?? 0 });
    await runner.idle();
    const again = (await checksOf(merged.sha)).get('slipway/apply');
    expect(again?.conclusion).toBe('success');
    expect(again?.id).not.toBe(run?.id);
    const [root] = parseApplyReport(again?.output.text ?? '')?.roots ?? [];
    expect(root).toMatchObject({ state: 'succeeded', added: 1 });
  });

  it('takes up after a restart what a kill has cut short', async () => {
    const head = await test.host.headOf('acme', 'infrastructure');
    await runner.stop();
    const pull = await open({ 'catalog/z.yaml': 'a: b\n' });
    expect(await checksOf(pull.sha)).toEqual(new Map());
    await pat.rest.checks.create({
      ...repo,
      name: 'slipway/apply',
      head_sha: head ?? '',
      status: 'in_progress',
    });
    const again = createRunner({
      host: test.host,
      target,
      environments: demoEnvironments,
      planner,
    });
    await again.start();
    await again.idle();
    const checks = await checksOf(pull.sha);
    expect(checks.get('slipway/plan')?.conclusion).toBe('success');
    const apply = (await checksOf(head ?? '')).get('slipway/apply');
    expect(apply?.output.title).toBe('Applied after a restart');
    await again.stop();
  });
});
