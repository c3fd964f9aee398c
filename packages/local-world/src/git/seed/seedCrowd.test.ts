import { parsePlanReport } from '@slipway/plugin-infra-prs-common';
import { startTestHost, TestHost } from '../__testUtils__/startTestHost';
import { seedCrowd } from './seedCrowd';

jest.setTimeout(60_000);

const repo = { owner: 'acme', repo: 'infrastructure' };

describe('a crowd of pull requests', () => {
  let test: TestHost;
  let planned: Awaited<ReturnType<typeof seedCrowd>>['planned'];

  beforeAll(async () => {
    test = await startTestHost();
    const repository = await test.repository('infrastructure', {
      'README.md': '# Infrastructure\n',
    });
    const crowd = {
      requests: 200,
      openShare: 0.25,
      plans: [20, 2000],
      diffs: [{ files: 300, lines: 20_000 }],
    };
    const seeded = await seedCrowd(test.host.context, repository, crowd);
    planned = seeded.planned;
  });
  afterAll(() => test?.stop());

  it('has plans of the sizes asked for', () => {
    expect(planned).toEqual([
      { number: 201, resources: 20 },
      { number: 202, resources: 2000 },
    ]);
  });

  it('is of real commits: open ones can be merged, merged ones are on the branch', async () => {
    const { rest } = await test.octokit('pat');
    const open = await rest.pulls.list({ ...repo, per_page: 100 });
    expect(open.data).toHaveLength(53);
    const [, { number }] = open.data;
    const one = await rest.pulls.get({ ...repo, pull_number: number });
    expect(one.data).toMatchObject({ changed_files: 1, mergeable: true });
    const merge = await rest.pulls.merge({ ...repo, pull_number: number });
    expect(merge.data.merged).toBe(true);
    const tree = await test.host.readTree('acme', 'infrastructure', 'main');
    expect(tree.size).toBe(1 + 150 + 1);
    const { data: old } = await rest.pulls.get({ ...repo, pull_number: 7 });
    expect(old).toMatchObject({ merged: true, changed_files: 1, commits: 1 });
  });

  it('has diffs of the size that was asked for', async () => {
    const { rest } = await test.octokit('pat');
    const { data: pull } = await rest.pulls.get({ ...repo, pull_number: 203 });
    expect(pull.changed_files).toBe(300);
    expect(pull.additions).toBe(300 * 66);
  });

  it('has plans of the size that was asked for, as long as GitHub allows', async () => {
    const { rest } = await test.octokit('pat');
    const { data: pull } = await rest.pulls.get({ ...repo, pull_number: 202 });
    const { data } = await rest.checks.listForRef({
      ...repo,
      ref: pull.head.sha,
      check_name: 'slipway/plan',
    });
    const text = data.check_runs[0].output.text ?? '';
    expect(text.length).toBeLessThanOrEqual(65_535);
    expect(parsePlanReport(text)?.roots[0].changes).toHaveLength(2000);
  });
});
