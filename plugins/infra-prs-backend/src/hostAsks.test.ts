import { ApprovalTest } from './__testUtils__/ApprovalTest';

jest.setTimeout(120_000);

const repo = { owner: 'acme', repo: 'infrastructure' };
const FILE = 'terraform/live/prod/services/mailer/main.tf';
let test: ApprovalTest;

beforeAll(async () => {
  test = await ApprovalTest.start({
    beforeStart: async host => {
      await host.requireCheck('atlantis/plan');
      const { rest } = await host.as('slipway-bot');
      await rest.repos.createRepoRuleset({
        ...repo,
        name: 'conversations',
        enforcement: 'active',
        conditions: { ref_name: { include: ['~DEFAULT_BRANCH'], exclude: [] } },
        rules: [
          {
            type: 'pull_request',
            parameters: {
              dismiss_stale_reviews_on_push: false,
              require_code_owner_review: false,
              require_last_push_approval: false,
              required_approving_review_count: 1,
              required_review_thread_resolution: true,
            },
          },
        ],
      });
    },
  });
});
afterAll(() => test?.stop());

async function report(
  sha: string,
  context: string,
  state: 'success' | 'failure' | 'pending',
) {
  const { rest } = await test.host.as('slipway-bot');
  const target_url = `https://atlantis.test/${context}`;
  await rest.repos.createCommitStatus({
    ...repo,
    ...{ sha, context, state, target_url },
  });
  await new Promise(resolve => setTimeout(resolve, 5_100));
  await test.read(1);
  await new Promise(resolve => setTimeout(resolve, 500));
}

const others = async (number: number) =>
  (await test.read(number)).blockers.filter(
    ({ code }) => code !== 'approval_missing',
  );

it('says which status GitHub asks for, and what became of it', async () => {
  const { number, headSha } = await test.open();
  expect(await others(number)).toEqual([
    {
      code: 'branch_protection',
      message: 'main asks for atlantis/plan, and nothing has reported it',
      who: expect.any(String),
      links: [{ text: 'atlantis/plan', section: 'checks' }],
    },
  ]);
  // Nobody asks for it before the merge.
  await report(headSha, 'atlantis/apply', 'pending');
  await report(headSha, 'atlantis/plan', 'failure');
  expect(await others(number)).toEqual([
    {
      code: 'checks_failing',
      message: 'main asks for atlantis/plan, and it failed',
      who: 'Whoever asked for the change pushes a fix',
      links: [
        {
          text: 'atlantis/plan',
          url: 'https://atlantis.test/atlantis/plan',
        },
      ],
    },
  ]);
  await test.approve('pat', number);
  expect((await test.merge('pat', number)).status).toBe(409);
  await report(headSha, 'atlantis/plan', 'success');
  expect(await others(number)).toEqual([]);
});

it('counts conversations, and says who resolves them', async () => {
  const { number, headSha } = await test.open();
  await report(headSha, 'atlantis/plan', 'success');
  await test.approve('pat', number);
  const at = `/pull-requests/${number}/threads`;
  const body = { headSha, path: FILE, side: 'RIGHT', line: 1, body: 'Why?' };
  const said = await test.portal.post('sam', at, body);
  expect(said.status).toBe(200);
  const [{ id }] = said.body.threads;
  const asked = await test.read(number);
  expect(asked.unresolved).toBe(1);
  expect(asked.blockers).toEqual([
    {
      code: 'conversation_unresolved',
      message: '1 conversation is not resolved, and main asks for that',
      who: 'Anyone with write access to the repository resolves them',
      links: [{ text: 'Conversation', section: 'conversation' }],
    },
  ]);
  const early = await test.merge('pat', number);
  expect(early.status).toBe(409);
  expect(early.body.error.message).toContain('1 conversation is not resolved');
  const resolution = `${at}/${id}/resolution`;
  await test.portal.put('sam', resolution, { resolved: true });
  const settled = await test.read(number);
  expect(settled).toMatchObject({ unresolved: 0, blockers: [] });
  expect(settled.commits[0].verification).toEqual({
    verified: false,
    reason: 'unsigned',
  });
  expect(settled.form?.template).toMatch(/^template:/);
  expect((await test.merge('pat', number)).status).toBe(200);
});
