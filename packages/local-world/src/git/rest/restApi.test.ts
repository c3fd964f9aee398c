import { Octokit } from 'octokit';
import { startTestHost, TestHost } from '../__testUtils__/startTestHost';

jest.setTimeout(60_000);

describe('restApi', () => {
  let test: TestHost;
  let pat: Octokit;
  const repo = { owner: 'acme', repo: 'demo' };

  beforeAll(async () => {
    test = await startTestHost();
    await test.repository('demo', {
      'README.md': '# Demo\n',
      'src/main.go': 'package main\n',
      'src/a b/ü.txt': 'umlaut\n',
    });
    pat = await test.octokit('pat');
  });
  afterAll(() => test.stop());

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${test.url}/api/v3${path}`, { headers });

  it('asks for a token, and refuses a bad one', async () => {
    const anonymous = await get('/repos/acme/demo');
    expect(anonymous.status).toBe(401);
    await expect(anonymous.json()).resolves.toMatchObject({
      message: 'Requires authentication',
    });
    const bad = await get('/repos/acme/demo', { authorization: 'token nope' });
    expect(bad.status).toBe(401);
    await expect(bad.json()).resolves.toMatchObject({
      message: 'Bad credentials',
    });
  });

  it('names the operation that it does not have', async () => {
    await expect(
      pat.request('GET /repos/acme/demo/actions/runs'),
    ).rejects.toMatchObject({
      status: 501,
      message: expect.stringContaining('GET /repos/acme/demo/actions/runs'),
    });
  });

  it('answers 404 for what is not there', async () => {
    await expect(
      pat.rest.repos.get({ owner: 'acme', repo: 'none' }),
    ).rejects.toMatchObject({ status: 404 });
    await expect(
      pat.rest.repos.getContent({ ...repo, path: 'none' }),
    ).rejects.toMatchObject({ status: 404 });
  });

  it('describes the repository and the rights of the viewer', async () => {
    const { data, headers } = await pat.rest.repos.get(repo);
    expect(data).toMatchObject({
      full_name: 'acme/demo',
      default_branch: 'main',
      permissions: { admin: true, push: true, pull: true },
      html_url: `${test.url}/acme/demo`,
      clone_url: `${test.url}/acme/demo.git`,
    });
    expect(headers['x-oauth-scopes']).toBe('read:user, repo');
    expect(Number(headers['x-ratelimit-remaining'])).toBeGreaterThan(0);
  });

  it('reads files and folders, raw and as JSON, with an ETag', async () => {
    const file = await pat.rest.repos.getContent({
      ...repo,
      path: 'src/a b/ü.txt',
    });
    expect(file.data).toMatchObject({
      type: 'file',
      encoding: 'base64',
      content: Buffer.from('umlaut\n').toString('base64'),
    });
    const folder = await pat.rest.repos.getContent({ ...repo, path: 'src' });
    expect(folder.data).toMatchObject([
      { type: 'dir', path: 'src/a b' },
      { type: 'file', path: 'src/main.go', size: 13 },
    ]);
    const token = await test.host.tokenFor('pat');
    const headers = {
      authorization: `Bearer ${token}`,
      accept: 'application/vnd.github.v3.raw',
    };
    const path = '/repos/acme/demo/contents/README.md?ref=main';
    const raw = await get(path, headers);
    await expect(raw.text()).resolves.toBe('# Demo\n');
    const etag = raw.headers.get('etag') ?? '';
    expect(etag).not.toBe('');
    const again = await get(path, { ...headers, 'if-none-match': etag });
    expect(again.status).toBe(304);
  });

  it('puts a file, and wants the blob it replaces', async () => {
    const content = Buffer.from('one\n').toString('base64');
    const put = { ...repo, path: 'new.txt', message: 'Add new.txt', content };
    const first = await pat.rest.repos.createOrUpdateFileContents(put);
    expect(first.status).toBe(201);
    await expect(
      pat.rest.repos.createOrUpdateFileContents(put),
    ).rejects.toMatchObject({ status: 409 });
    const sha = first.data.content?.sha;
    const second = await pat.rest.repos.createOrUpdateFileContents({
      ...put,
      content: Buffer.from('two\n').toString('base64'),
      sha,
    });
    expect(second.status).toBe(200);
  });

  it('pages lists with Link headers', async () => {
    const { data: head } = await pat.rest.git.getRef({
      ...repo,
      ref: 'heads/main',
    });
    for (let i = 0; i < 5; i++) {
      await pat.rest.git.createRef({
        ...repo,
        ref: `refs/heads/topic/${i}`,
        sha: head.object.sha,
      });
    }
    const all = await pat.paginate(pat.rest.repos.listBranches, {
      ...repo,
      per_page: 2,
    });
    expect(all.map(branch => branch.name)).toEqual([
      'main',
      ...[0, 1, 2, 3, 4].map(i => `topic/${i}`),
    ]);
    const slash = await pat.rest.repos.getBranch({
      ...repo,
      branch: 'topic/1',
    });
    expect(slash.data.commit.sha).toBe(head.object.sha);
    const matching = await pat.rest.git.listMatchingRefs({
      ...repo,
      ref: 'heads/topic/',
    });
    expect(matching.data).toHaveLength(5);
  });

  it('refuses refs that git would not take, and moves that lose commits', async () => {
    const commits = await pat.rest.repos.listCommits(repo);
    const [newest, older] = commits.data;
    for (const ref of ['refs/heads/a..b', 'refs/heads/a b', 'heads/x']) {
      await expect(
        pat.rest.git.createRef({ ...repo, ref, sha: newest.sha }),
      ).rejects.toMatchObject({ status: 422 });
    }
    await expect(
      pat.rest.git.updateRef({ ...repo, ref: 'heads/main', sha: older.sha }),
    ).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('not a fast forward'),
    });
    await expect(
      pat.rest.git.updateRef({
        ...repo,
        ref: 'heads/main',
        sha: '1'.repeat(40),
      }),
    ).rejects.toMatchObject({ status: 422 });
  });

  it('refuses trees with paths out of the repository', async () => {
    const { data: blob } = await pat.rest.git.createBlob({
      ...repo,
      content: 'x',
    });
    for (const path of ['../x', '.git/config', 'a//b', '/etc/passwd']) {
      await expect(
        pat.rest.git.createTree({
          ...repo,
          tree: [{ path, mode: '100644', type: 'blob', sha: blob.sha }],
        }),
      ).rejects.toMatchObject({ status: 422 });
    }
  });

  it('compares and shows commits', async () => {
    const { data: main } = await pat.rest.repos.getCommit({
      ...repo,
      ref: 'main',
    });
    expect(main.files).toMatchObject([{ filename: 'new.txt' }]);
    const { data } = await pat.rest.repos.compareCommitsWithBasehead({
      ...repo,
      basehead: `${main.parents[0].sha}...main`,
    });
    expect(data).toMatchObject({ status: 'ahead', ahead_by: 1, behind_by: 0 });
  });

  it('keeps the newest status and check of each name', async () => {
    const { data: ref } = await pat.rest.git.getRef({
      ...repo,
      ref: 'heads/main',
    });
    const { sha } = ref.object;
    for (const state of ['pending', 'success'] as const) {
      await pat.rest.repos.createCommitStatus({
        ...repo,
        sha,
        state,
        context: 'ci',
      });
    }
    const status = await pat.rest.repos.getCombinedStatusForRef({
      ...repo,
      ref: 'main',
    });
    expect(status.data).toMatchObject({
      sha,
      state: 'success',
      total_count: 1,
    });
    const { data: check } = await pat.rest.checks.create({
      ...repo,
      name: 'plan',
      head_sha: sha,
    });
    expect(check).toMatchObject({ status: 'queued', conclusion: null });
    const { data: done } = await pat.rest.checks.update({
      ...repo,
      check_run_id: check.id,
      conclusion: 'success',
      output: { title: 'Plan', summary: 'ok', text: 't' },
    });
    expect(done).toMatchObject({ status: 'completed', conclusion: 'success' });
    const { data: runs } = await pat.rest.checks.listForRef({
      ...repo,
      ref: sha,
      check_name: 'plan',
    });
    expect(runs).toMatchObject({
      total_count: 1,
      check_runs: [{ id: check.id, output: { text: 't' } }],
    });
  });

  it('lets chaos throttle, fail and slow calls, and counts them', async () => {
    test.chaos.set('github', { throttleRate: 1 });
    await expect(pat.rest.repos.get(repo)).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining('secondary rate limit'),
      response: { headers: { 'retry-after': '1' } },
    });
    test.chaos.set('github', { failRate: 1, failStatus: 502 });
    await expect(pat.rest.repos.get(repo)).rejects.toMatchObject({
      status: 502,
    });
    test.chaos.reset();
    test.counter.reset();
    await pat.rest.repos.get(repo);
    expect(test.counter.counts()).toEqual({
      GitHub: { 'GET /repos/:owner/:repo': 1 },
    });
  });
});
