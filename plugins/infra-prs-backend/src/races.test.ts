import { ChangeRequestDetail } from '@slipway/plugin-infra-prs-common';
import { ApprovalTest } from './__testUtils__/ApprovalTest';
import { planOf } from './__testUtils__/fixtures';

jest.setTimeout(180_000);

type Replica = Awaited<ReturnType<ApprovalTest['replica']>>;

const repo = { owner: 'acme', repo: 'infrastructure' };
let test: ApprovalTest;
let other: Replica;

beforeAll(async () => {
  test = await ApprovalTest.start();
  other = await test.replica();
});
afterAll(async () => {
  await other?.stop();
  await test?.stop();
});

const statuses = (answers: ReadonlyArray<{ status: number }>) =>
  answers.map(({ status }) => status).sort();

async function mergesOf(number: number): Promise<string[]> {
  const { rest } = await test.host.as('pat');
  const { data } = await rest.pulls.get({ ...repo, pull_number: number });
  const commits = await rest.repos.listCommits({ ...repo, sha: 'main' });
  expect(data.merged).toBe(true);
  return commits.data
    .map(({ commit }) => commit.message)
    .filter(message => message.includes(`Merge pull request #${number} `));
}

const later = {
  'terraform/live/prod/services/mailer/later.tf': '# nobody saw this\n',
};

async function pushAfter(wait: Promise<unknown>, branch: string) {
  await wait;
  await test.host.push({ branch, files: later });
}

describe('two at once', () => {
  it('who approve, through one replica or two: both count, each once', async () => {
    const { number } = await test.open('strict');
    const answers = await Promise.all([
      test.approve('pat', number),
      test.approve('pat', number, other),
      test.approve('sam', number, other),
    ]);
    expect(statuses(answers)).toEqual([200, 200, 200]);
    // Without what a replica remembers for some seconds.
    const { body } = await test.decide('pat', number, 'comment', {
      comment: 'Both were here',
    });
    const detail: ChangeRequestDetail = body;
    expect([...detail.approvalNeeds[0].given].sort()).toEqual(['pat', 'sam']);
    expect(detail.blockers).toEqual([]);
  });

  it('who merge through two replicas: one does, the other is told', async () => {
    const { number } = await test.open('prod');
    await test.approve('pat', number);
    const answers = await Promise.all([
      test.merge('pat', number),
      test.merge('olivia', number, other),
    ]);
    expect(statuses(answers)).toEqual([200, 409]);
    const lost = answers.find(({ status }) => status === 409);
    expect(lost?.body.error.message).toMatch(/already merged/);
    expect(await mergesOf(number)).toHaveLength(1);
  });
});

describe('a push at the same time', () => {
  it('as an approval: what was pushed is not approved', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { number, branch } = await test.open();
      const approving = test.approve('pat', number);
      const [headSha] = await Promise.all([
        test.host.push({ branch, files: later }),
        approving,
      ]);
      await test.host.plan(headSha, planOf('prod'));
      const { body } = await test.decide('sam', number, 'comment', {
        comment: 'look',
      });
      const detail: ChangeRequestDetail = body;
      expect(detail.headSha).toBe(headSha);
      expect(detail.approvals.filter(({ valid }) => valid)).toEqual([]);
      const merged = await test.merge('pat', number);
      expect(merged.status).toBe(409);
    }
  });

  it('as a merge: either what was approved is merged, or nothing', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { number, branch, headSha: approved } = await test.open();
      await test.approve('pat', number);
      const wait = new Promise(resolve => setTimeout(resolve, round * 15));
      const [merged] = await Promise.all([
        test.merge('pat', number),
        pushAfter(wait, branch),
      ]);
      const { rest } = await test.host.as('pat');
      const pull = { ...repo, pull_number: number };
      const { data } = await rest.pulls.get(pull);
      const sha = data.merge_commit_sha;
      const commit = sha
        ? await rest.git.getCommit({ ...repo, commit_sha: sha })
        : undefined;
      const parents = commit?.data.parents.map(parent => parent.sha) ?? [];
      const outcome = [merged.status, data.merged, parents.includes(approved)];
      expect([
        [200, true, true],
        [409, false, false],
      ]).toContainEqual(outcome);
    }
  });
});
