import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { main } from './main';

jest.setTimeout(60_000);

const corpus = path.resolve(
  __dirname,
  '../../../plugins/infra-prs-common/corpus/plans',
);
const planOf = (name: string) => path.join(corpus, `${name}.json`);
const folder = mkdtempSync(path.join(tmpdir(), 'slipway-plan-'));
const start = process.cwd();

async function run(...args: string[]) {
  let [out, err] = ['', ''];
  const code = await main(
    args,
    {},
    {
      out: text => (out += text),
      err: text => (err += text),
    },
  );
  return { code, out, err };
}

function write(file: string, text: string): string {
  mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
  return file;
}

describe('slipway-plan', () => {
  beforeAll(() => process.chdir(folder));
  afterAll(() => {
    process.chdir(start);
    rmSync(folder, { recursive: true, force: true });
  });

  it('says counts, risks in words, cost, changes and drift', async () => {
    const root = 'terraform/live/prod/services/orders';
    const { code, out } = await run(`${root}=${planOf('stateful')}`);
    expect(code).toBe(0);
    expect(out).toMatch(/^prod: 2 to add, 4 to change, 3 to destroy\n/);
    expect(out).toContain(`**${root}** (prod)`);
    expect(out).toContain(
      '- **high** `aws_sqs_queue.renamed`: It is renamed from corpus-orders to corpus-purchases.',
    );
    expect(out).toMatch(/- Cost: \$[\d.]+ to \$[\d.]+ less a month/);
    expect(out).toContain(
      '- replace `aws_sqs_queue.renamed` (It cannot be changed in place: name)',
    );
  });

  it('takes environment, region and protection from facts above the root, then from options', async () => {
    write(
      'terraform/live/p/environment/facts.json',
      '{"name":"production","region":"us-east-1","protected":true}',
    );
    const root = `terraform/live/p/services/a=${planOf('database')}`;
    const told = await run(root);
    expect(told.out).toMatch(/^production: /);
    const other = await run('--environment', 'staging', '--json', root);
    const [report] = JSON.parse(other.out);
    expect(report.environment).toBe('staging');
    // A price of us-east-1: 2 * 0.065 * 730 for the old size in two zones, 0.032 * 730 for the new one in one.
    expect(report.cost.note).not.toContain('is priced as');
    expect(report.cost.delta.low).toBeLessThan(-80);
    expect(report).not.toHaveProperty('region');
    expect(report.risks.map(({ rule }: { rule: string }) => rule)).toContain(
      'public-database',
    );
  });

  it('names findings of the templates’ policy that the plan newly breaks', async () => {
    const { out } = await run(planOf('access'), '--region', 'eu-west-1');
    expect(out).toContain('`aws_sns_topic.more`: The topic is not encrypted.');
    // What was as bad before is not this plan's doing.
    expect(out).not.toContain('`aws_sns_topic.events`: The topic');
  });

  it.each<[string, () => string[], number, RegExp]>([
    ['nothing', () => [], 2, /Name at least one plan/],
    ['an unknown option', () => ['--nope'], 2, /--nope/],
    ['a wrong severity', () => ['--fail-on', 'bad', 'x'], 2, /critical, high/],
    ['an error without a root', () => ['--error', 'x'], 2, /<root>=<file>/],
    ['posting without a token', () => ['--post', 'x'], 2, /GITHUB_TOKEN/],
    ['no such file', () => ['none.json'], 3, /there is no such file/],
    ['a folder', () => ['.'], 3, /it is a folder/],
    ['no plan', () => [write('x.json', '{}')], 3, /terraform show -json/],
    ['a cut plan', () => [write('y.json', '{"a')], 3, /cut off/],
    ['text without a plan', () => ['--text', write('t', 'hi')], 3, /no plan/],
    ['a risk', () => ['--fail-on', 'high', planOf('stateful')], 5, /^$/],
    [
      'a smaller risk',
      () => ['--fail-on', 'critical', planOf('stateful')],
      0,
      /^$/,
    ],
    ['a plan that is not whole', () => [planOf('errored')], 1, /^$/],
    ['help', () => ['--help'], 0, /^$/],
  ])('ends as documented for %s', async (_, args, code, message) => {
    const result = await run(...args());
    expect(result).toMatchObject({ code, err: expect.stringMatching(message) });
  });

  it('keeps what failed by its root', async () => {
    const log = write(
      'orders/plan.log',
      '\u001b[31m╷\u001b[0m\n│ Error: Unsupported argument\n│\n│   on main.tf line 2\n╵\n',
    );
    const { code, out } = await run(
      planOf('drift'),
      '--error',
      `terraform/live/dev/orders=${log}`,
    );
    expect(code).toBe(1);
    expect(out).toContain(
      '**terraform/live/dev/orders** (dev) cannot be planned',
    );
    expect(out).toContain('Error: Unsupported argument');
    expect(out).toContain('aws_cloudwatch_log_group.changed_by_hand');
  });

  it('reads what a bot wrote of a plan, and says that it is less', async () => {
    const comment = write(
      'comment.md',
      'Ran Plan for dir: `live/prod` workspace: `default`\n```diff\n  # aws_sqs_queue.q will be destroyed\n\nPlan: 0 to add, 0 to change, 1 to destroy.\n```\n',
    );
    const { out } = await run('--text', comment);
    expect(out).toContain('prod: 0 to add, 0 to change, 1 to destroy');
    expect(out).toContain('Messages still in the queue are lost');
    expect(out).toContain('counts and addresses only');
  });

  it('joins what several jobs have read', async () => {
    const [a, b] = await Promise.all(
      ['builtin', 'drift'].map(async name =>
        write(`${name}.json`, (await run('--json', planOf(name))).out),
      ),
    );
    const { code, out } = await run('--report', a, '--report', b);
    expect(code).toBe(0);
    expect(out).toContain('default: 5 to add, 4 to change');
    const none = write('none.json', '[]');
    expect(await run('--report', none)).toMatchObject({ code: 0 });
    const bad = write('bad.json', '[{"path":1}]');
    expect(await run('--report', bad)).toMatchObject({ code: 3 });
  });

  it('names findings of scanners at the roots that they are in', async () => {
    const result = (id: string, uri: string, level: string) => ({
      ruleId: id,
      level,
      message: { text: `Says ${id}` },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri },
            region: { startLine: 7 },
          },
        },
      ],
    });
    const log = (name: string, results: unknown[]) =>
      write(
        `${name}.sarif`,
        JSON.stringify({
          version: '2.1.0',
          runs: [{ tool: { driver: { name } }, results }],
        }),
      );
    const trivy = log('Trivy', [result('AVD-1', 'main.tf', 'error')]);
    const checkov = log('Checkov', [result('CKV-2', 'modules/x.tf', 'note')]);
    const root = 'terraform/live/dev/a';
    const plans = [`${root}=${planOf('builtin')}`, '--sarif', checkov];
    const { code, out } = await run(...plans, '--sarif', `${root}=${trivy}`);
    expect(code).toBe(0);
    expect(out).toContain(
      `- **high** \`${root}/main.tf:7\`: Says AVD-1 (\`Trivy AVD-1\`)`,
    );
    expect(out).toContain('- **low** `modules/x.tf:7`: Says CKV-2');
    const failed = await run(
      ...[...plans, '--sarif', trivy, '--fail-on', 'high'],
    );
    expect(failed.code).toBe(5);
    const json = write('joined.json', (await run(...plans, '--json')).out);
    expect((await run('--report', json)).out).toContain('Says CKV-2');
    expect(
      await run(planOf('builtin'), '--sarif', write('no.sarif', '<x>')),
    ).toMatchObject({ code: 3, err: expect.stringContaining('not JSON') });
    expect(
      await run('--report', write('n.json', '[]'), '--sarif', trivy),
    ).toMatchObject({ code: 2 });
  });

  it('runs as a command', () => {
    const bin = path.resolve(__dirname, '../bin/slipway-plan.cjs');
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [bin, planOf('builtin')],
      { encoding: 'utf8' },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('1 to import, 2 to move, 1 to forget');
  });
});
