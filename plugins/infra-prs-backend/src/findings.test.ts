import { gzipSync } from 'node:zlib';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  ChangeFindings,
  changeFindingsSchema,
  Finding,
} from '@slipway/plugin-infra-prs-common';
import { filesOf, planOf } from './__testUtils__/fixtures';
import { InfrastructureHost } from './__testUtils__/InfrastructureHost';
import { startPortal } from './__testUtils__/startPortal';

jest.setTimeout(120_000);

let host: InfrastructureHost;
let portal: Awaited<ReturnType<typeof startPortal>>;
const file = 'terraform/live/prod/services/mailer/main.tf';

beforeAll(async () => {
  host = await InfrastructureHost.start();
  portal = await startPortal(host);
});

afterEach(() => host.chaos.reset());
afterAll(async () => {
  await portal?.stop();
  await host?.stop();
});

const finding = (rule: string, more: Partial<Finding> = {}): Finding => ({
  tool: 'Trivy',
  rule,
  severity: 'medium',
  message: `Says ${rule}`,
  ...more,
});

async function open(branch: string, findings: Finding[]) {
  const change = await host.open({ branch, files: filesOf('prod', branch) });
  const [root] = planOf('prod');
  const risks = [
    {
      rule: 'policy:sqs-encrypted',
      severity: 'high' as const,
      address: 'aws_sqs_queue.q',
      message: 'The queue is not encrypted',
      why: 'Anybody may read it.',
    },
    { rule: 'data-lost', severity: 'high' as const, message: 'x', why: 'y.' },
  ];
  await host.plan(change.headSha, [{ ...root, risks, findings }]);
  return change;
}

async function read(number: number): Promise<ChangeFindings> {
  const { body } = await portal
    .get('pat', `/pull-requests/${number}/findings`)
    .expect(200);
  return changeFindingsSchema.parse(body);
}

const said = ({ findings }: ChangeFindings) =>
  findings.map(({ severity, tool, rule, isNew }) =>
    [severity, tool, rule, isNew].join(' '),
  );

describe('findings of a change', () => {
  it('join the platform’s policy with what scanners found, new and old', async () => {
    const { number, headSha } = await open('scanned', [
      finding('NEW', { path: file, line: 1, severity: 'critical' }),
      finding('NEW', { path: file, line: 1, severity: 'critical' }),
      finding('OLD', { path: 'terraform/modules/x/main.tf', line: 4 }),
    ]);
    const found = await read(number);
    expect(found).toMatchObject({ headSha, codeScanning: 'not_enabled' });
    expect(said(found)).toEqual([
      'critical Trivy NEW true',
      'high Slipway sqs-encrypted true',
      'medium Trivy OLD false',
    ]);
    expect(found.findings.map(({ environment }) => environment)).toContain(
      'prod',
    );
  });

  it('keep a change from being merged when they are new and bad enough', async () => {
    const blockersOf = async (severity: Finding['severity'], path: string) => {
      const { number } = await open(`blocked-${severity}-${path.length}`, [
        finding('R', { path, line: 1, severity }),
      ]);
      const { body } = await portal.get('pat', `/pull-requests/${number}`);
      return body.blockers
        .filter(({ code }: { code: string }) => code === 'plan_risk')
        .map(({ message }: { message: string }) => message);
    };
    expect(await blockersOf('critical', file)).toEqual([
      `A scanner found what is too risky: ${file}:1: Says R`,
    ]);
    expect(await blockersOf('high', file)).toEqual([]);
    expect(await blockersOf('critical', 'terraform/modules/x.tf')).toEqual([]);
  });

  it('take in GitHub’s code scanning once it is turned on', async () => {
    const { number, headSha } = await open('alerts', []);
    const { rest } = await host.as('slipway-bot');
    const results = ['A', 'B'].map((ruleId, at) => ({
      ruleId,
      level: 'error',
      message: { text: `Says ${ruleId} \u202e` },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: file },
            region: { startLine: at + 1 },
          },
        },
      ],
    }));
    const log = { runs: [{ tool: { driver: { name: 'CodeQL' } }, results }] };
    await rest.codeScanning.uploadSarif({
      owner: 'acme',
      repo: 'infrastructure',
      commit_sha: headSha,
      ref: `refs/pull/${number}/merge`,
      sarif: gzipSync(JSON.stringify(log)).toString('base64'),
    });
    const found = await read(number);
    expect(found.codeScanning).toBe('ok');
    expect(said(found)).toEqual([
      'high Slipway sqs-encrypted true',
      'high CodeQL A true',
      'high CodeQL B true',
    ]);
    expect(found.findings[1]).toMatchObject({
      message: 'Says A \\u{202e}',
      path: file,
      line: 1,
      url: expect.stringContaining('/security/code-scanning/1'),
    });
  });

  it('keep it from being merged when code scanning brought them, and are told once', async () => {
    const { number, headSha } = await open('both-ways', [
      finding('AVD-AWS-0096', { path: file, line: 1, severity: 'high' }),
    ]);
    const { rest } = await host.as('slipway-bot');
    const result = (ruleId: string, uri: string) => ({
      ruleId,
      level: 'error',
      message: { text: 'Says AVD-AWS-0096' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri },
            region: { startLine: 1 },
          },
        },
      ],
    });
    const run = (name: string, results: object[]) => ({
      tool: {
        driver: {
          name,
          rules: [
            { id: 'CKV_1', properties: { 'security-severity': '9.8' } },
            { id: 'OLD', properties: { 'security-severity': '9.8' } },
          ],
        },
      },
      results,
    });
    const log = {
      runs: [
        run('Trivy', [result('AWS-0096', file)]),
        run('Checkov', [
          result('CKV_1', file),
          result('OLD', 'terraform/modules/old.tf'),
        ]),
      ],
    };
    await rest.codeScanning.uploadSarif({
      owner: 'acme',
      repo: 'infrastructure',
      commit_sha: headSha,
      ref: `refs/pull/${number}/merge`,
      sarif: gzipSync(JSON.stringify(log)).toString('base64'),
    });
    const { findings } = await read(number);
    const same = findings.filter(({ path }) => path === file);
    expect(same).toMatchObject([
      {
        severity: 'critical',
        sources: [
          { tool: 'Trivy', way: 'plan_check' },
          { tool: 'Trivy', way: 'code_scanning' },
          { tool: 'Checkov', way: 'code_scanning' },
        ],
      },
    ]);
    const { body } = await portal.get('pat', `/pull-requests/${number}`);
    expect(body.blockers).toContainEqual(
      expect.objectContaining({
        code: 'plan_risk',
        message: `Code scanning found what is too risky: ${file}:1: Says AVD-AWS-0096`,
        links: [
          { text: 'Checkov', url: expect.stringContaining('/security/') },
        ],
      }),
    );
    const { headSha: seen, planDigest } = body;
    const merge = await portal.post('pat', `/pull-requests/${number}/merge`, {
      headSha: seen,
      planDigest,
    });
    expect(merge.status).toBe(409);
  });

  it('are refused without the permission, and for what is not there', async () => {
    const statusOf = async (path: string) =>
      (await portal.get('pat', `/pull-requests/${path}/findings`)).status;
    const nobody = await portal.getAnonymously('/pull-requests/1/findings');
    expect(nobody.status).toBe(401);
    expect(await statusOf('x')).toBe(400);
    expect(await statusOf('9999')).toBe(404);
    const closed = await startPortal(host, {
      permissions: AuthorizeResult.DENY,
    });
    const denied = await closed.get('pat', '/pull-requests/1/findings');
    expect(denied.status).toBe(403);
    await closed.stop();
  });
});
