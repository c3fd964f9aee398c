import { filesOf } from '../__testUtils__/fixtures';
import { InfrastructureHost } from '../__testUtils__/InfrastructureHost';
import { askConditionally } from './askConditionally';
import { createOctokit } from './createOctokit';
import { OctokitGithubReader } from './OctokitGithubReader';

jest.setTimeout(60_000);

describe('askConditionally', () => {
  let host: InfrastructureHost;
  beforeAll(async () => {
    host = await InfrastructureHost.start();
  });
  afterAll(() => host?.stop());

  async function createReader(maxBytes?: number) {
    const token = await host.tokenFor('slipway-bot');
    const octokit = createOctokit({
      baseUrl: `${host.url}/api/v3`,
      retries: 1,
      authorization: async () => `token ${token}`,
    });
    const outcomes: string[] = [];
    askConditionally(octokit, outcome => outcomes.push(outcome), maxBytes);
    const repository = {
      host: new URL(host.url).host,
      owner: 'acme',
      repo: 'infrastructure',
      branch: 'main',
    };
    const reader = new OctokitGithubReader(octokit, repository, {});
    const { signal } = new AbortController();
    return {
      outcomes,
      pulls: () => reader.listPulls('open', signal),
      checks: (sha: string) => reader.listChecks(sha, signal),
    };
  }

  it('gives the known answer while GitHub says that nothing changed, and else the new one', async () => {
    const { headSha } = await host.open({ branch: 'a', files: filesOf('dev') });
    await host.check(headSha, 'lint');
    const { outcomes, pulls, checks } = await createReader();
    const first = { pulls: await pulls(), checks: await checks(headSha) };
    expect(first.checks).toHaveLength(1);
    expect(outcomes).toEqual(['read', 'read']);
    for (let again = 0; again < 2; again += 1) {
      expect(await pulls()).toEqual(first.pulls);
      expect(await checks(headSha)).toEqual(first.checks);
    }
    expect(outcomes.slice(2)).toEqual(Array(4).fill('unchanged'));
    await host.check(headSha, 'test', 'failure');
    expect(await checks(headSha)).toHaveLength(2);
    expect(outcomes.at(-1)).toBe('read');
  });

  it('keeps no more than it may', async () => {
    const { outcomes, pulls } = await createReader(1);
    await pulls();
    await pulls();
    expect(outcomes).toEqual(['read', 'read']);
  });
});
