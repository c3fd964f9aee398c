import { Octokit } from 'octokit';
import { HostedRepository } from '../records/HostedRepository';
import { writeFiles } from '../seed/writeFiles';
import { startTestHost, TestHost } from '../__testUtils__/startTestHost';

jest.setTimeout(60_000);

describe('pull requests', () => {
  let test: TestHost;
  let repository: HostedRepository;
  let olivia: Octokit;
  let pat: Octokit;
  let sam: Octokit;
  const repo = { owner: 'acme', repo: 'infrastructure' };
  let branches = 0;

  beforeAll(async () => {
    test = await startTestHost();
    repository = await test.repository('infrastructure', {
      'a.tf': 'one\ntwo\nthree\nfour\nfive\nsix\nseven\n',
      'b.tf': 'b\n',
    });
    repository.record.readers.push('sam');
    olivia = await test.octokit('olivia');
    pat = await test.octokit('pat');
    sam = await test.octokit('sam');
  });
  afterAll(() => test.stop());

  const commit = (branch: string, files: Record<string, string | undefined>) =>
    writeFiles(test.host.context, repository, {
      login: 'olivia',
      message: `Change ${Object.keys(files).join(', ')}`,
      branch,
      files: new Map(
        Object.entries(files).map(([file, text]) => [
          file,
          text === undefined ? undefined : Buffer.from(text),
        ]),
      ),
    });

  /** Opens a pull request by olivia from a new branch off main. */
  async function open(files: Record<string, string | undefined>) {
    branches += 1;
    const head = `topic-${branches}`;
    const { data: main } = await olivia.rest.git.getRef({
      ...repo,
      ref: 'heads/main',
    });
    await olivia.rest.git.createRef({
      ...repo,
      ref: `refs/heads/${head}`,
      sha: main.object.sha,
    });
    await commit(head, files);
    const { data } = await olivia.rest.pulls.create({
      ...repo,
      title: `Change ${head}`,
      head,
      base: 'main',
    });
    return { at: { ...repo, pull_number: data.number }, head };
  }

  it('opens one per branch, and says what is wrong otherwise', async () => {
    const pr = await open({ 'c.tf': 'c\n' });
    const again = { ...repo, title: 'x', head: pr.head, base: 'main' };
    await expect(olivia.rest.pulls.create(again)).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining(
        `A pull request already exists for acme:${pr.head}`,
      ),
    });
    await expect(
      olivia.rest.pulls.create({ ...again, head: 'none' }),
    ).rejects.toMatchObject({ status: 422 });
    await expect(
      olivia.rest.pulls.create({ ...again, title: ' ' }),
    ).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('title'),
    });
    const { data: found } = await olivia.rest.pulls.list({
      ...repo,
      head: `acme:${pr.head}`,
    });
    expect(found.map(pull => pull.number)).toEqual([pr.at.pull_number]);
  });

  it('shows files with patches, the diff and the commits', async () => {
    const pr = await open({
      'a.tf': 'one\nTWO\nthree\nfour\nfive\nsix\nseven\n',
      'b.tf': undefined,
      'sub/new.tf': 'new\n',
    });
    const { data: files } = await olivia.rest.pulls.listFiles(pr.at);
    expect(files).toMatchObject([
      {
        filename: 'a.tf',
        status: 'modified',
        additions: 1,
        deletions: 1,
        patch: expect.stringMatching(/^@@ -1,5 \+1,5 @@\n one\n-two\n\+TWO\n/),
      },
      { filename: 'b.tf', status: 'removed', patch: '@@ -1 +0,0 @@\n-b' },
      { filename: 'sub/new.tf', status: 'added', patch: '@@ -0,0 +1 @@\n+new' },
    ]);
    const diff = await olivia.rest.pulls.get({
      ...pr.at,
      mediaType: { format: 'diff' },
    });
    expect(String(diff.data)).toContain('diff --git a/a.tf b/a.tf');
    const { data: commits } = await olivia.rest.pulls.listCommits(pr.at);
    expect(commits).toMatchObject([{ author: { login: 'olivia' } }]);
    const { data: full } = await olivia.rest.pulls.get(pr.at);
    expect(full).toMatchObject({
      changed_files: 3,
      commits: 1,
      mergeable: true,
      mergeable_state: 'clean',
    });
  });

  it.each(['merge', 'squash', 'rebase'] as const)('merges by %s', async how => {
    const pr = await open({ [`${how}.tf`]: 'x\n' });
    const merged = { ...pr.at, merge_method: how };
    await commit('main', { [`main-${how}.tf`]: 'moved on\n' });
    await expect(
      pat.rest.pulls.merge({ ...merged, sha: '1'.repeat(40) }),
    ).rejects.toMatchObject({ status: 409 });
    const { data } = await pat.rest.pulls.merge(merged);
    const { data: head } = await pat.rest.git.getCommit({
      ...repo,
      commit_sha: data.sha,
    });
    expect(head.parents).toHaveLength(how === 'merge' ? 2 : 1);
    const files = await test.host.readTree('acme', 'infrastructure', 'main');
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([`${how}.tf`, `main-${how}.tf`]),
    );
    await expect(pat.rest.pulls.get(pr.at)).resolves.toMatchObject({
      data: { merged: true, state: 'closed', merge_commit_sha: data.sha },
    });
    await expect(pat.rest.pulls.merge(merged)).rejects.toMatchObject({
      status: 405,
    });
    const { data: files2 } = await pat.rest.pulls.listFiles(pr.at);
    expect(files2.map(file => file.filename)).toEqual([`${how}.tf`]);
  });

  it('merges changes of one file that do not touch, and refuses those that do', async () => {
    const text = (a: string, b: string) =>
      `${a}\ntwo\nthree\nfour\nfive\nsix\n${b}\n`;
    const apart = await open({ 'a.tf': text('ONE', 'seven') });
    const clash = await open({ 'a.tf': text('uno', 'seven') });
    await commit('main', { 'a.tf': text('one', 'SEVEN') });
    await pat.rest.pulls.merge(apart.at);
    const merged = await test.host.fileAt(
      'acme',
      'infrastructure',
      'main',
      'a.tf',
    );
    expect(String(merged)).toBe(text('ONE', 'SEVEN'));
    const { data } = await pat.rest.pulls.get(clash.at);
    expect(data).toMatchObject({ mergeable: false, mergeable_state: 'dirty' });
    await expect(pat.rest.pulls.merge(clash.at)).rejects.toMatchObject({
      status: 405,
    });
  });

  it('refuses people without write access', async () => {
    const pr = await open({ 'd.tf': 'd\n' });
    await expect(sam.rest.pulls.merge(pr.at)).rejects.toMatchObject({
      status: 403,
    });
    await expect(
      sam.rest.git.createRef({ ...repo, ref: 'refs/heads/sam', sha: pr.head }),
    ).rejects.toMatchObject({ status: 403 });
  });

  describe('with a protected branch', () => {
    beforeAll(async () => {
      await pat.rest.repos.updateBranchProtection({
        ...repo,
        branch: 'main',
        required_status_checks: { strict: false, contexts: ['plan', 'fmt'] },
        required_pull_request_reviews: {
          required_approving_review_count: 1,
          dismiss_stale_reviews: true,
        },
        enforce_admins: true,
        restrictions: null,
      });
    });

    const approve = (who: Octokit, pr: typeof repo & { pull_number: number }) =>
      who.rest.pulls.createReview({ ...pr, event: 'APPROVE' });

    it('wants an approval that counts, and green checks, on the newest push', async () => {
      const pr = await open({ 'e.tf': 'e\n' });
      const blocked = async (message: string) => {
        await expect(pat.rest.pulls.merge(pr.at)).rejects.toMatchObject({
          status: 405,
          message: expect.stringContaining(message),
        });
        const { data } = await pat.rest.pulls.get(pr.at);
        expect(data.mergeable_state).toBe('blocked');
      };
      await blocked('2 of 2 required status checks are expected');
      await expect(approve(olivia, pr.at)).rejects.toMatchObject({
        status: 422,
        message: expect.stringContaining('Can not approve your own'),
      });
      await approve(sam, pr.at);
      await blocked('At least 1 approving review is required');
      await approve(pat, pr.at);

      const sha = await commit(pr.head, { 'e.tf': 'e2\n' });
      const { data: reviews } = await pat.rest.pulls.listReviews(pr.at);
      expect(reviews.map(review => review.state)).toEqual([
        'DISMISSED',
        'DISMISSED',
      ]);
      const check = (name: string, conclusion: 'failure' | 'success') =>
        pat.rest.checks.create({ ...repo, head_sha: sha, name, conclusion });
      await check('fmt', 'success');
      await check('plan', 'failure');
      await approve(pat, pr.at);
      await blocked('Required status check "plan" is failing');
      await check('plan', 'success');
      await pat.rest.pulls.merge({ ...pr.at, sha });
    });

    it('lets one objection stand against approvals until it is dismissed', async () => {
      const pr = await open({ 'f.tf': 'f\n' });
      const { data: review } = await pat.rest.pulls.createReview({
        ...pr.at,
        event: 'REQUEST_CHANGES',
        body: 'No.',
      });
      await expect(pat.rest.pulls.merge(pr.at)).rejects.toMatchObject({
        message: expect.stringContaining('Changes have been requested'),
      });
      await pat.rest.pulls.dismissReview({
        ...pr.at,
        review_id: review.id,
        message: 'Settled',
      });
      await expect(pat.rest.pulls.merge(pr.at)).rejects.toMatchObject({
        message: expect.stringContaining('At least 1 approving review'),
      });
    });

    it('keeps pushes off the branch', async () => {
      const { data: main } = await pat.rest.git.getRef({
        ...repo,
        ref: 'heads/main',
      });
      await expect(
        pat.rest.git.updateRef({
          ...repo,
          ref: 'heads/main',
          sha: main.object.sha,
        }),
      ).rejects.toMatchObject({
        status: 422,
        message: expect.stringContaining('through a pull request'),
      });
    });
  });

  it('keeps comments, labels, assignees and asked reviewers', async () => {
    const pr = await open({ 'g.tf': 'g\n' });
    const issue = { ...repo, issue_number: pr.at.pull_number };
    await pat.rest.issues.createComment({ ...issue, body: 'Hello' });
    await pat.rest.issues.addLabels({ ...issue, labels: ['slipway'] });
    await pat.rest.issues.addAssignees({ ...issue, assignees: ['pat', 'zed'] });
    await pat.rest.pulls.requestReviewers({ ...pr.at, reviewers: ['pat'] });
    await pat.rest.pulls.createReview({
      ...pr.at,
      event: 'COMMENT',
      body: 'See below',
      comments: [{ path: 'g.tf', line: 1, body: 'Why?' }],
    });
    const { data: comments } = await pat.rest.issues.listComments(issue);
    expect(comments).toMatchObject([{ body: 'Hello', user: { login: 'pat' } }]);
    const { data: lines } = await pat.rest.pulls.listReviewComments(pr.at);
    expect(lines).toMatchObject([{ path: 'g.tf', line: 1, body: 'Why?' }]);
    const { data } = await pat.rest.pulls.get(pr.at);
    expect(data).toMatchObject({
      labels: [{ name: 'slipway' }],
      assignees: [{ login: 'pat' }],
      requested_reviewers: [],
      comments: 1,
      review_comments: 1,
    });
  });

  it('keeps everything over a restart', async () => {
    const again = await startTestHost({ stateDir: test.stateDir });
    try {
      const client = await again.octokit('pat');
      const before = await pat.rest.pulls.list({ ...repo, state: 'all' });
      const after = await client.rest.pulls.list({ ...repo, state: 'all' });
      const brief = ({ data }: typeof before) =>
        data.map(({ number, title, state, head }) => [
          number,
          title,
          state,
          head.sha,
        ]);
      expect(brief(after)).toEqual(brief(before));
      expect(before.data.length).toBeGreaterThan(8);
    } finally {
      await again.stop();
    }
  });
});
