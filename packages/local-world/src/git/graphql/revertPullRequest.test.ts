import { Octokit } from 'octokit';
import { startTestHost, TestHost } from '../__testUtils__/startTestHost';

const REPO = { owner: 'acme', repo: 'infra' };
const REVERT = `mutation Revert($input: RevertPullRequestInput!) {
  revertPullRequest(input: $input) { revertPullRequest { number title url } }
}`;

jest.setTimeout(60_000);

describe('revertPullRequest', () => {
  let test: TestHost;
  let pat: Octokit;
  beforeAll(async () => {
    test = await startTestHost();
    await test.repository('infra', { 'a.txt': 'one\n', 'b.txt': 'b\n' });
    pat = await test.octokit('pat');
  });
  afterAll(() => test.stop());

  async function merged(
    branch: string,
    path: string,
    text: string,
    merge_method: 'merge' | 'squash' | 'rebase' = 'merge',
  ) {
    const { rest } = pat;
    const main = await rest.git.getRef({ ...REPO, ref: 'heads/main' });
    const ref = `refs/heads/${branch}`;
    await rest.git.createRef({ ...REPO, ref, sha: main.data.object.sha });
    const now = await rest.repos
      .getContent({ ...REPO, path, ref: 'main' })
      .catch(() => undefined);
    await rest.repos.createOrUpdateFileContents({
      ...REPO,
      branch,
      path,
      message: branch,
      content: Buffer.from(text).toString('base64'),
      sha: now && 'sha' in now.data ? now.data.sha : undefined,
    });
    const opened = { ...REPO, title: branch, head: branch, base: 'main' };
    const { data } = await rest.pulls.create(opened);
    const pull = { ...REPO, pull_number: data.number };
    await rest.pulls.merge({ ...pull, merge_method });
    return data;
  }

  const revert = async (pullRequestId: string, as = pat) => {
    const input = { pullRequestId, body: 'Why' };
    const answer: {
      revertPullRequest: { revertPullRequest: { number: number } };
    } = await as.graphql(REVERT, { input });
    return answer.revertPullRequest.revertPullRequest;
  };

  it.each(['merge', 'squash', 'rebase'] as const)(
    'takes back what a %s brought, and leaves what came after',
    async method => {
      const pull = await merged(`new-${method}`, `${method}.txt`, 'x', method);
      await merged(`later-${method}`, `later-${method}.txt`, 'y');
      const { number } = await revert(pull.node_id);
      const at = { ...REPO, pull_number: number };
      const { data } = await pat.rest.pulls.get(at);
      expect(data).toMatchObject({
        title: `Revert "new-${method}"`,
        body: 'Why',
        state: 'open',
        user: { login: 'pat' },
        head: { ref: `revert-${pull.number}-new-${method}` },
      });
      const files = await pat.rest.pulls.listFiles(at);
      expect(files.data).toMatchObject([
        { filename: `${method}.txt`, status: 'removed' },
      ]);
    },
  );

  it('says in words what it cannot do', async () => {
    const pull = await merged('conflict', 'a.txt', 'two\n');
    await merged('over', 'a.txt', 'three\n');
    await expect(revert(pull.node_id)).rejects.toThrow(
      /couldn't be reverted automatically.*a\.txt/,
    );
    await expect(revert('PR_0')).rejects.toThrow('Could not resolve');
    const again = await merged('twice', 'twice.txt', 'x');
    await revert(again.node_id);
    await expect(revert(again.node_id)).rejects.toThrow('already exists');
  });
});
