import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parsePlanReport } from '@slipway/plugin-infra-prs-common';
import { main } from '../main';
import { startGitHost } from '../__testUtils__/startGitHost';
import { FailedCall, retryDelay } from './retryDelay';

jest.setTimeout(120_000);

const plan = path.resolve(
  __dirname,
  '../../../../plugins/infra-prs-common/corpus/plans/stateful.json',
);

describe('posting to GitHub', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'slipway-plan-'));
  let host: Awaited<ReturnType<typeof startGitHost>>;

  beforeAll(async () => {
    host = await startGitHost();
  });
  afterEach(() => host.chaos.reset());
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await host?.stop();
  });

  async function post(over: NodeJS.ProcessEnv = {}, ...args: string[]) {
    let err = '';
    const environment = {
      GITHUB_API_URL: host.apiUrl,
      GITHUB_REPOSITORY: 'acme/infrastructure',
      GITHUB_SHA: host.sha,
      GITHUB_TOKEN: host.token,
      GITHUB_SERVER_URL: 'https://github.test',
      GITHUB_RUN_ID: '77',
      ...over,
    };
    const code = await main(
      ['--post', `terraform/live/prod/orders=${plan}`, ...args],
      environment,
      { out: () => {}, err: text => (err += text) },
    );
    return { code, err };
  }

  it('makes the check run that the portal reads, on the head of the pull request', async () => {
    const event = path.join(folder, 'event.json');
    writeFileSync(
      event,
      JSON.stringify({ pull_request: { head: { sha: host.sha } } }),
    );
    const { code, err } = await post({
      GITHUB_EVENT_PATH: event,
      GITHUB_SHA: '0'.repeat(40),
    });
    expect({ code, err }).toEqual({
      code: 0,
      err: expect.stringMatching(/^Posted as slipway\/plan: http/),
    });
    const [check] = await host.checks();
    expect(check).toMatchObject({
      name: 'slipway/plan',
      status: 'completed',
      conclusion: 'success',
      details_url: 'https://github.test/acme/infrastructure/actions/runs/77',
      output: {
        title: '2 to add, 4 to change, 3 to destroy',
        summary: expect.stringContaining('It is renamed from corpus-orders'),
      },
    });
    const report = parsePlanReport(check.output.text);
    expect(report).toMatchObject({
      runner: 'terraform',
      headSha: host.sha,
      roots: [{ path: 'terraform/live/prod/orders', environment: 'prod' }],
    });
  });

  it.each<[string, NodeJS.ProcessEnv, number, RegExp]>([
    [
      'a wrong token',
      { GITHUB_TOKEN: 'wrong' },
      4,
      /does not accept the token/,
    ],
    [
      'an unknown repository',
      { GITHUB_REPOSITORY: 'acme/none' },
      4,
      /knows no such repository/,
    ],
    [
      'an unknown commit',
      { GITHUB_SHA: 'f'.repeat(40) },
      4,
      /does not take the check run/,
    ],
    ['a short commit', { GITHUB_SHA: 'abc' }, 2, /full commit id/],
    ['a strange repository', { GITHUB_REPOSITORY: '../x/y' }, 2, /<owner>/],
    ['no URL', { GITHUB_API_URL: 'nope' }, 2, /no URL/],
  ])('says what is wrong with %s', async (_, over, code, message) => {
    const result = await post(over);
    expect(result).toMatchObject({ code, err: expect.stringMatching(message) });
    expect(result.err).not.toContain(host.token);
  });

  it('is refused without the permission, at once', async () => {
    host.chaos.set('github', { denied: true });
    const started = Date.now();
    expect(await post()).toMatchObject({
      code: 4,
      err: expect.stringContaining('"checks: write"'),
    });
    expect(Date.now() - started).toBeLessThan(5_000);
  });

  it.each([
    ['a failure', { failRate: 1, failStatus: 502 }],
    ['a cut connection', { dead: true }],
    ['a rate limit', { throttleRate: 1 }],
  ])('tries again after %s', async (_, rule) => {
    host.chaos.set('github', rule);
    setTimeout(() => host.chaos.reset(), 700);
    expect(await post()).toMatchObject({ code: 0 });
  });

  it('gives up when GitHub stays away', async () => {
    host.chaos.set('github', { failRate: 1, failStatus: 503 });
    expect(await post()).toMatchObject({
      code: 4,
      err: expect.stringContaining('503'),
    });
  });
});

describe('retryDelay', () => {
  const now = 1_000_000;
  it.each<[FailedCall, number, number | undefined]>([
    [{ status: 500 }, 1, 1_000],
    [{ status: 503 }, 4, 8_000],
    [{ status: 503 }, 5, undefined],
    [{}, 2, 2_000],
    [{ status: 403, message: 'Resource not accessible' }, 1, undefined],
    [{ status: 403, retryAfter: '7' }, 1, 7_000],
    [{ status: 429, retryAfter: '0' }, 1, 0],
    [{ status: 429, retryAfter: '3600' }, 1, undefined],
    [
      { status: 403, message: 'You have exceeded a secondary rate limit' },
      3,
      4_000,
    ],
    [{ status: 403, remaining: '0', reset: String(now / 1000 + 5) }, 1, 5_000],
    [
      { status: 403, remaining: '0', reset: String(now / 1000 + 3600) },
      1,
      undefined,
    ],
    [{ status: 422 }, 1, undefined],
    [{ status: 404 }, 1, undefined],
  ])('of %j, tried %i times, is %s', (call, attempt, expected) => {
    expect(retryDelay(call, attempt, now)).toBe(expected);
  });
});
