import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseApplyReport } from '@slipway/plugin-infra-prs-common';
import { main } from '../main';
import { startGitHost } from '../__testUtils__/startGitHost';

jest.setTimeout(60_000);

const corpus = path.resolve(
  __dirname,
  '../../../../plugins/infra-prs-common/corpus/applies',
);
const logOf = (name: string) => path.join(corpus, `${name}.jsonl`);
const root = (environment: string) =>
  `terraform/live/${environment}/services/orders`;

describe('slipway-plan apply', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'slipway-apply-'));
  const file = (name: string, text: string) => {
    writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };
  let host: Awaited<ReturnType<typeof startGitHost>>;
  beforeAll(async () => {
    host = await startGitHost();
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await host?.stop();
  });

  async function run(...args: string[]) {
    let [out, err] = ['', ''];
    const output = {
      out: (text: string) => (out += text),
      err: (text: string) => (err += text),
    };
    const environment = {
      GITHUB_TOKEN: host.token,
      GITHUB_API_URL: host.apiUrl,
      GITHUB_REPOSITORY: 'acme/infrastructure',
      GITHUB_SHA: host.sha,
    };
    const code = await main(['apply', ...args], environment, output);
    return { code, out, err };
  }

  it('says how it went, with an exit code', async () => {
    const good = await run(`${root('dev')}=${logOf('retried')}`);
    expect(good).toMatchObject({
      code: 0,
      out: `**${root('dev')}** (dev): 1 added, 0 changed, 1 destroyed\n`,
    });
    const bad = await run(`${root('prod')}=${logOf('failed')}`);
    expect(bad.code).toBe(1);
    expect(bad.out).toContain('failed; 3 added, 0 changed, 0 destroyed');
    expect(bad.out).not.toContain('hunter2222');
  });

  it.each([
    [[], 2, 'Name at least one log'],
    [['--what'], 2, 'slipway-plan apply --help'],
    [['--error', 'x'], 2, 'write it as <root>=<file>'],
    [[logOf('nothing')], 3, 'there is no such file'],
    [[__filename], 3, 'not what terraform apply -json prints'],
    [['--report', __filename], 3, 'not what slipway-plan apply --json writes'],
  ])('refuses %j with %d', async (args, code, words) => {
    const { err, ...rest } = await run(...args);
    expect(rest.code).toBe(code);
    expect(err).toContain(words);
  });

  it('posts that it began, then how it went', async () => {
    const begun = await run('--post', '--waiting', root('dev'));
    expect(begun.code).toBe(0);
    const [first] = await host.checks();
    expect(first).toMatchObject({
      name: 'slipway/apply',
      status: 'in_progress',
    });

    const { out } = await run('--json', `${root('dev')}=${logOf('retried')}`);
    const report = file('report.json', out);
    const said = file('said.txt', '\u001b[31mError: no role\u001b[0m\n');
    const error = `${root('prod')}=${said}`;
    const posted = await run('--post', '--report', report, '--error', error);
    expect(posted.code).toBe(1);
    const [last] = await host.checks();
    expect(last).toMatchObject({
      conclusion: 'failure',
      output: { title: '1 of 2 failed' },
    });
    expect(parseApplyReport(last.output.text)).toMatchObject({
      commitSha: host.sha,
      roots: [
        { environment: 'prod', state: 'failed', error: 'Error: no role' },
        { environment: 'dev', state: 'succeeded', added: 1 },
      ],
    });
  });
});
