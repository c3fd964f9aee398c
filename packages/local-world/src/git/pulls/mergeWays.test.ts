import { Octokit } from 'octokit';
import { HostedRepository } from '../records/HostedRepository';
import { writeFiles } from '../seed/writeFiles';
import { startTestHost, TestHost } from '../__testUtils__/startTestHost';

jest.setTimeout(60_000);

type Rules = NonNullable<
  Parameters<Octokit['rest']['repos']['createRepoRuleset']>[0]
>['rules'] & {};

const repo = { owner: 'acme', repo: 'infrastructure' };

describe('ways a pull request gets merged', () => {
  let test: TestHost;
  let repository: HostedRepository;
  let olivia: Octokit;
  let pat: Octokit;
  let sam: Octokit;
  let branches = 0;

  beforeAll(async () => {
    test = await startTestHost();
    repository = await test.repository('infrastructure', {
      'a.tf': 'a\n',
      '.github/CODEOWNERS': '* @acme/platform\n/payments/ @acme/payments\n',
    });
    olivia = await test.octokit('olivia');
    pat = await test.octokit('pat');
    sam = await test.octokit('sam');
  });
  afterAll(() => test.stop());

  const push = (branch: string, file: string, text: string) =>
    writeFiles(test.host.context, repository, {
      login: 'olivia',
      message: `Change ${file}`,
      branch,
      files: new Map([[file, Buffer.from(text)]]),
    });

  async function open(file: string) {
    branches += 1;
    const head = `topic-${branches}`;
    const main = await olivia.rest.git.getRef({ ...repo, ref: 'heads/main' });
    const { sha } = main.data.object;
    const ref = `refs/heads/${head}`;
    await olivia.rest.git.createRef({ ...repo, ref, sha });
    await push(head, file, head);
    const { data } = await olivia.rest.pulls.create({
      ...repo,
      title: head,
      head,
      base: 'main',
    });
    const pr = { ...repo, pull_number: data.number };
    return { pr, head, id: data.node_id, sha: data.head.sha };
  }

  const run = (who: Octokit, field: string, input: object) => {
    const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
    return who.graphql(
      `mutation($input: ${type}!) { ${field}(input: $input) { clientMutationId } }`,
      { input },
    );
  };
  const approve = (who: Octokit, pr: typeof repo & { pull_number: number }) =>
    who.rest.pulls.createReview({ ...pr, event: 'APPROVE' });
  const check = (sha: string) =>
    pat.rest.checks.create({
      ...repo,
      name: 'plan',
      head_sha: sha,
      conclusion: 'success',
    });
  async function withRules(rules: Rules, then: () => Promise<void>) {
    const { data } = await pat.rest.repos.createRepoRuleset({
      ...repo,
      name: 'main',
      enforcement: 'active',
      conditions: { ref_name: { include: ['~DEFAULT_BRANCH'], exclude: [] } },
      rules,
    });
    try {
      await then();
    } finally {
      const ruleset_id = data.id;
      await pat.rest.repos.deleteRepoRuleset({ ...repo, ruleset_id });
    }
  }
  const reviews = (codeOwners: boolean, count = 1) => ({
    type: 'pull_request' as const,
    parameters: {
      dismiss_stale_reviews_on_push: true,
      require_code_owner_review: codeOwners,
      require_last_push_approval: false,
      required_approving_review_count: count,
      required_review_thread_resolution: false,
    },
  });
  const checks = {
    type: 'required_status_checks' as const,
    parameters: {
      strict_required_status_checks_policy: false,
      required_status_checks: [{ context: 'plan' }],
    },
  };
  async function merged(pr: typeof repo & { pull_number: number }) {
    for (let tries = 0; tries < 60; tries += 1) {
      const { data } = await pat.rest.pulls.get(pr);
      if (data.merged) return true;
      await new Promise(resolve => setTimeout(resolve, 250));
    }
    return false;
  }

  it('marks drafts and what is ready, for who may', async () => {
    const { id, pr } = await open('b.tf');
    repository.record.readers.push('sam');
    const draft = { pullRequestId: id };
    await expect(
      run(sam, 'convertPullRequestToDraft', draft),
    ).rejects.toMatchObject({ errors: [{ type: 'FORBIDDEN' }] });
    repository.record.readers = [];
    await run(olivia, 'convertPullRequestToDraft', draft);
    expect((await pat.rest.pulls.get(pr)).data.draft).toBe(true);
    await run(olivia, 'markPullRequestReadyForReview', draft);
    expect((await pat.rest.pulls.get(pr)).data.draft).toBe(false);
    await expect(
      run(pat, 'convertPullRequestToDraft', { pullRequestId: 'PR_0' }),
    ).rejects.toMatchObject({ errors: [{ type: 'NOT_FOUND' }] });
  });

  it('tells the rules of a branch, and waits for code owners', () =>
    withRules([reviews(true), checks], async () => {
      const { data } = await sam.rest.repos.getBranchRules({
        ...repo,
        branch: 'main',
      });
      expect(data).toMatchObject([
        {
          type: 'pull_request',
          parameters: { require_code_owner_review: true },
          ruleset_source: 'acme/infrastructure',
        },
        { type: 'required_status_checks' },
      ]);
      await expect(
        sam.rest.repos.getBranchProtection({ ...repo, branch: 'main' }),
      ).rejects.toMatchObject({ status: 403 });
      const { pr, sha } = await open('payments/x.tf');
      await check(sha);
      await approve(pat, pr);
      await expect(pat.rest.pulls.merge(pr)).rejects.toMatchObject({
        status: 405,
        message: expect.stringContaining(
          'Waiting on code owner review from acme/payments.',
        ),
      });
      await approve(sam, pr);
      await pat.rest.pulls.merge(pr);
    }));

  it('merges by itself once it can, and not what was not looked at', () =>
    withRules([reviews(false), checks], async () => {
      const { pr, id, sha, head } = await open('c.tf');
      const input = { pullRequestId: id, mergeMethod: 'SQUASH' };
      const enable = (more: object = {}) =>
        run(pat, 'enablePullRequestAutoMerge', { ...input, ...more });
      const refused = (message: string) => ({
        errors: [{ message: expect.stringContaining(message) }],
      });
      await expect(enable()).rejects.toMatchObject(refused('not allowed'));
      await pat.rest.repos.update({ ...repo, allow_auto_merge: true });
      const other = { expectedHeadOid: '1'.repeat(40) };
      await expect(enable(other)).rejects.toMatchObject(
        refused('Head branch was modified'),
      );
      await enable({ expectedHeadOid: sha });
      const { data } = await pat.rest.pulls.get(pr);
      expect(data.auto_merge).toMatchObject({
        enabled_by: { login: 'pat' },
        merge_method: 'squash',
      });
      await approve(pat, pr);
      const newer = await push(head, 'c.tf', 'newer');
      await check(newer);
      expect((await pat.rest.pulls.get(pr)).data).toMatchObject({
        merged: false,
        auto_merge: { merge_method: 'squash' },
      });
      await run(pat, 'disablePullRequestAutoMerge', { pullRequestId: id });
      await enable({ expectedHeadOid: newer });
      await approve(pat, pr);
      expect(await merged(pr)).toBe(true);
    }));

  it('merges through the queue only, and drops what was pushed to', () => {
    const parameters = {
      check_response_timeout_minutes: 60,
      grouping_strategy: 'ALLGREEN' as const,
      max_entries_to_build: 5,
      max_entries_to_merge: 5,
      merge_method: 'MERGE' as const,
      min_entries_to_merge: 2,
      min_entries_to_merge_wait_minutes: 5,
    };
    return withRules([{ type: 'merge_queue', parameters }], async () => {
      const one = await open('d.tf');
      await expect(pat.rest.pulls.merge(one.pr)).rejects.toMatchObject({
        status: 405,
        message: expect.stringContaining('merge queue'),
      });
      const enqueue = ({ id, sha }: typeof one) =>
        run(pat, 'enqueuePullRequest', {
          pullRequestId: id,
          expectedHeadOid: sha,
        });
      const place = async ({ pr }: typeof one) => {
        const { repository: found } = await pat.graphql<{
          repository: { pullRequest: { mergeQueueEntry: object | null } };
        }>(
          `query($owner: String!, $repo: String!, $number: Int!) { repository(owner: $owner, name: $repo) { pullRequest(number: $number) { mergeQueueEntry { position state } } } }`,
          { ...repo, number: pr.pull_number },
        );
        return found.pullRequest.mergeQueueEntry;
      };
      await enqueue(one);
      expect(await place(one)).toEqual({ position: 1, state: 'QUEUED' });
      const sha = await push(one.head, 'd.tf', 'newer');
      expect(await place(one)).toBeNull();
      const two = await open('e.tf');
      await enqueue(two);
      await enqueue({ ...one, sha });
      expect(await merged(two.pr)).toBe(true);
    });
  });
});
