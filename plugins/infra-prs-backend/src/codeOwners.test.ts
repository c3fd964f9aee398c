import { ApprovalTest } from './__testUtils__/ApprovalTest';

jest.setTimeout(120_000);

const repo = { owner: 'acme', repo: 'infrastructure' };
let test: ApprovalTest;

beforeAll(async () => {
  test = await ApprovalTest.start({
    beforeStart: async host => {
      const { rest } = await host.as('slipway-bot');
      await host.commitToMain({
        '.github/CODEOWNERS':
          '* @acme/platform\n/catalog/\n/terraform/live/prod/ @acme/payments @olivia\n',
      });
      await rest.repos.createRepoRuleset({
        ...repo,
        name: 'owners',
        enforcement: 'active',
        conditions: { ref_name: { include: ['~DEFAULT_BRANCH'], exclude: [] } },
        rules: [
          {
            type: 'pull_request',
            parameters: {
              dismiss_stale_reviews_on_push: true,
              require_code_owner_review: true,
              require_last_push_approval: false,
              required_approving_review_count: 1,
              required_review_thread_resolution: false,
            },
          },
        ],
      });
    },
  });
});
afterAll(() => test?.stop());

it('says who owns the files and who of them is missing, and merges with them only', async () => {
  const { number } = await test.open();
  const shown = await test.read(number);
  expect(shown.hostRules).toEqual({
    branch: 'main',
    rules: [
      '1 approving review by people with write access',
      'An approval of a code owner of each file',
      'A push takes approvals back',
      'These checks pass: slipway/plan',
    ],
    codeOwners: {
      required: true,
      path: '.github/CODEOWNERS',
      needs: [
        {
          owners: ['@acme/payments', '@olivia'],
          paths: ['terraform/live/prod/services/mailer/main.tf'],
        },
      ],
    },
  });
  const ownerMissing = {
    code: 'code_owner_missing',
    message:
      'terraform/live/prod/services/mailer/main.tf needs an approval of a code owner',
    who: '@acme/payments or @olivia',
  };
  expect(shown.blockers.map(({ code }) => code)).toEqual([
    'approval_missing',
    'code_owner_missing',
  ]);
  await test.approve('pat', number);
  expect((await test.read(number)).blockers).toEqual([ownerMissing]);
  const early = await test.merge('pat', number);
  expect(early.status).toBe(409);
  expect(early.body.error.message).toContain(ownerMissing.message);
  const { rest } = await test.host.as('sam');
  const review = { ...repo, pull_number: number, event: 'APPROVE' as const };
  await rest.pulls.createReview(review);
  const owned = await test.decide('sam', number, 'comment', { comment: 'ok' });
  expect(owned.body).toMatchObject({
    blockers: [],
    hostRules: { codeOwners: { needs: [{ approvedBy: 'sam' }] } },
    // Who owns the files for GitHub is no approver of Production for Slipway.
    approvals: [
      { login: 'pat', valid: true },
      { login: 'sam', valid: false },
    ],
  });
  expect((await test.merge('pat', number)).status).toBe(200);
});

it('says that it may not read the classic protection, and goes on', async () => {
  await test.host.hideProtection(true);
  const replica = await test.replica();
  try {
    const { number } = await test.open();
    const { body } = await replica.get('pat', `/pull-requests/${number}`);
    expect(body.hostRules.unknown).toContain('needs Administration: read');
    expect(body.hostRules.rules).toContain('A push takes approvals back');
    expect(body.hostRules.rules).not.toContain(
      'These checks pass: slipway/plan',
    );
  } finally {
    await replica.stop();
    await test.host.hideProtection(false);
  }
});
