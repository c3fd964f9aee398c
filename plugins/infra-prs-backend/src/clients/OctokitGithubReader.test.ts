import { filesOf, planOf } from '../__testUtils__/fixtures';
import { InfrastructureHost } from '../__testUtils__/InfrastructureHost';
import { OctokitGithubReader } from './OctokitGithubReader';

jest.setTimeout(60_000);

describe('OctokitGithubReader', () => {
  let host: InfrastructureHost;
  beforeAll(async () => {
    host = await InfrastructureHost.start();
  });
  afterAll(() => host?.stop());

  it('believes plans of the configured app only, and other checks of any', async () => {
    const files = filesOf('dev');
    const { headSha } = await host.open({ branch: 'a', files });
    await host.plan(headSha, planOf('dev'));
    await host.check(headSha, 'lint');
    const octokit = await host.as('slipway-bot');
    const namesFor = async (runnerApp?: string) => {
      const repository = {
        host: new URL(host.url).host,
        owner: 'acme',
        repo: 'infrastructure',
        branch: 'main',
      };
      const reader = new OctokitGithubReader(octokit, repository, {
        runnerApp,
      });
      const { signal } = new AbortController();
      const checks = await reader.listChecks(headSha, signal);
      return checks.map(({ name }) => name).sort();
    };
    const all = ['lint', 'slipway/plan'];
    expect(await namesFor()).toEqual(all);
    expect(await namesFor('slipway-runner')).toEqual(all);
    expect(await namesFor('another-app')).toEqual(['lint']);
  });
});
