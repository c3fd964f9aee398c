import { ApprovalTest } from './__testUtils__/ApprovalTest';

jest.setTimeout(120_000);

const repo = { owner: 'acme', repo: 'infrastructure' };
let test: ApprovalTest;
let number: number;
let headSha: string;
let planDigest: string | undefined;

beforeAll(async () => {
  test = await ApprovalTest.start();
  ({ number } = await test.open());
  ({ headSha, planDigest } = await test.seen(number));
});
afterEach(() => test.host.chaos.reset());
afterAll(() => test?.stop());

const commands = () =>
  Object.entries({
    'request-changes': { headSha, comment: 'No' },
    comment: { comment: 'Hello' },
    close: { reason: 'Not needed' },
    draft: { draft: true },
    'auto-merge': { enabled: true, headSha, planDigest },
    'break-glass': {
      headSha,
      planDigest,
      reason: 'It cannot wait any longer',
      confirm: String(number),
    },
  });

async function tryAll(account?: string) {
  const answers: Array<{ status: number; message: string }> = [];
  for (const [verb, command] of commands()) {
    const path = `/pull-requests/${number}/${verb}`;
    const answer = await test.portal.post('pat', path, command, account);
    const { status, body } = answer;
    answers.push({ status, message: body.error?.message });
  }
  return answers;
}

/** Nothing that was refused has left a trace on GitHub. */
async function assertUntouched(): Promise<void> {
  const { rest } = await test.host.as('pat');
  const pull = { ...repo, pull_number: number };
  const [{ data }, reviews] = await Promise.all([
    rest.pulls.get(pull),
    rest.pulls.listReviews(pull),
  ]);
  expect(data).toMatchObject({
    state: 'open',
    draft: false,
    comments: 0,
    auto_merge: null,
  });
  expect(reviews.data).toEqual([]);
}

it.each([
  ['down', { dead: true }, 'GitHub did not answer'],
  ['failing', { failRate: 1, failStatus: 502 }, '502'],
  ['past its secondary rate limit', { throttleRate: 1 }, 'rate limit'],
])(
  'with GitHub %s: every decision fails in words, and nothing happens',
  async (_, rule, words) => {
    test.host.chaos.set('github', rule);
    for (const { status, message } of await tryAll()) {
      expect([status, message]).toEqual([503, expect.stringContaining(words)]);
    }
    test.host.chaos.reset();
    await assertUntouched();
  },
);

it('with a sign-in that has expired: says to sign in again', async () => {
  for (const [verb, command] of commands()) {
    const path = `/pull-requests/${number}/${verb}`;
    const answer = await test.portal.postWithToken(
      'pat',
      path,
      command,
      'gho_expired',
    );
    expect(answer.status).toBe(403);
    expect(answer.body.error.message).toContain('sign out and in again');
  }
  await assertUntouched();
});

it('with the account of another person: refuses all', async () => {
  for (const { status, message } of await tryAll('sam')) {
    expect(status).toBe(403);
    expect(message).toContain('signed in to GitHub as sam');
  }
  await assertUntouched();
});

it('with access that was taken away: says what GitHub says', async () => {
  await test.host.makeReader('pat');
  try {
    const close = await test.decide('pat', number, 'close', { reason: 'x' });
    expect(close.status).toBe(403);
    expect(close.body.error.message).toContain(
      'Your GitHub account may not close it in the infrastructure repository',
    );
    const draft = await test.decide('pat', number, 'draft', { draft: true });
    expect(draft.status).toBe(403);
    expect(draft.body.error.message).toContain('correct permissions');
  } finally {
    await test.host.makeReader();
  }
  await assertUntouched();
});

it('keeps working for those who may, after all that', async () => {
  const said = await test.decide('pat', number, 'comment', { comment: 'Yes' });
  expect(said.status).toBe(200);
});
