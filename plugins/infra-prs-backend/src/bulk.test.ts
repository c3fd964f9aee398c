import { BulkResult, PlanRoot } from '@slipway/plugin-infra-prs-common';
import { ApprovalTest } from './__testUtils__/ApprovalTest';

jest.setTimeout(120_000);

const path = '/pull-requests/decisions';
let test: ApprovalTest;

beforeAll(async () => {
  test = await ApprovalTest.start();
});
afterAll(() => test?.stop());

const losing: PlanRoot = {
  path: 'terraform/live/prod/services/mailer',
  environment: 'prod',
  changes: [
    {
      address: 'aws_dynamodb_table.orders',
      type: 'aws_dynamodb_table',
      action: 'delete',
      attributes: [],
    },
  ],
};

async function seenOf(...numbers: number[]) {
  return Promise.all(
    numbers.map(async number => ({ number, ...(await test.seen(number)) })),
  );
}

it('decides about each by itself: one is done, others are refused in words', async () => {
  const good = await test.open();
  const risky = await test.open('prod', [losing]);
  const moved = await test.open();
  const items = await seenOf(good.number, risky.number, moved.number);
  await test.host.push({
    branch: moved.branch,
    files: { 'terraform/live/prod/services/mailer/b.tf': '# b\n' },
  });
  const approved = await test.portal.post('pat', path, {
    decision: 'approve',
    items: [...items, { ...items[0], number: 4711 }],
  });
  expect(approved.status).toBe(200);
  const { results }: BulkResult = approved.body;
  expect(results).toEqual([
    { number: good.number, outcome: 'done', after: 'approved' },
    {
      number: risky.number,
      outcome: 'refused',
      message: expect.stringContaining('aws_dynamodb_table.orders'),
    },
    {
      number: moved.number,
      outcome: 'refused',
      message: expect.stringContaining('New commits were pushed'),
    },
    { number: 4711, outcome: 'refused', message: expect.any(String) },
  ]);
  const shown = await test.read(risky.number);
  expect(shown.viewer.whyNotInBulk).toContain('aws_dynamodb_table.orders');
  expect(shown.approvals).toEqual([]);
});

it('merges one after the other, and not what is not approved', async () => {
  const first = await test.open();
  const second = await test.open('dev');
  const third = await test.open();
  const items = await seenOf(first.number, second.number, third.number);
  const decide = (decision: string, some: object[]) =>
    test.portal.post('pat', path, { decision, items: some });
  await decide('approve', items.slice(0, 2));
  const { body } = await decide('merge', items);
  const { results }: BulkResult = body;
  expect(results.map(({ outcome, after }) => [outcome, after])).toEqual([
    ['done', 'merged'],
    ['done', 'merged'],
    ['refused', undefined],
  ]);
  expect(results[2].message).toContain('Production needs 1 more approval');
});

it.each([
  ['nothing', { decision: 'merge', items: [] }, 'items'],
  ['another decision', { decision: 'close', items: [] }, 'decision'],
  [
    'too many',
    {
      decision: 'approve',
      items: Array.from({ length: 26 }, (_, index) => ({
        number: index + 1,
        headSha: 'a'.repeat(40),
        planDigest: `sha256:${'0'.repeat(64)}`,
      })),
    },
    'must be 25 changes at most',
  ],
  [
    'one twice',
    {
      decision: 'approve',
      items: [1, 1].map(number => ({
        number,
        headSha: 'a'.repeat(40),
        planDigest: `sha256:${'0'.repeat(64)}`,
      })),
    },
    'must name each change once',
  ],
])('refuses %s', async (_, command, words) => {
  const refused = await test.portal.post('pat', path, command);
  expect(refused.status).toBe(400);
  expect(refused.body.error.message).toContain(words);
});
