import { ChangeRequestDetail } from '@slipway/plugin-infra-prs-common';
import { ApprovalTest } from './__testUtils__/ApprovalTest';

jest.setTimeout(120_000);

let test: ApprovalTest;

beforeAll(async () => {
  test = await ApprovalTest.start();
});
afterAll(() => test?.stop());

const repo = { owner: 'acme', repo: 'infrastructure' };

async function commentsOf(number: number) {
  const { rest } = await test.host.as('pat');
  const issue = { ...repo, issue_number: number };
  const { data } = await rest.issues.listComments(issue);
  return data.map(({ user, body }) => `${user?.login}: ${body}`);
}

describe('saying something about a change', () => {
  it('asks for changes as the person, which blocks it until they approve', async () => {
    const change = await test.open();
    const shown = await test.read(change.number);
    const asked = await test.decide('pat', change.number, 'request-changes', {
      headSha: shown.headSha,
      comment: 'Make it smaller',
    });
    expect(asked.status).toBe(200);
    expect(asked.body.blockers).toContainEqual({
      code: 'changes_requested',
      message: 'pat asked for changes',
      who: 'pat approves or withdraws the review',
    });
    const stale = await test.decide('pat', change.number, 'request-changes', {
      headSha: 'a'.repeat(40),
      comment: 'Make it smaller',
    });
    expect(stale.status).toBe(409);
    const own = await test.decide('olivia', change.number, 'request-changes', {
      headSha: shown.headSha,
      comment: 'Wait',
    });
    expect(own.status).toBe(409);
    expect(own.body.error.message).toContain('You asked for this change');
    await test.approve('pat', change.number);
    const { blockers } = await test.read(change.number);
    expect(blockers).toEqual([]);
  });

  it('comments, before and after it is closed, and never empty', async () => {
    const { number } = await test.open();
    const say = (comment: string) =>
      test.decide('sam', number, 'comment', { comment });
    expect((await say(' Why? ')).status).toBe(200);
    expect((await say('  ')).status).toBe(400);
    await test.decide('olivia', number, 'close', { reason: 'Not needed' });
    expect((await say('A pity')).status).toBe(200);
    expect(await commentsOf(number)).toEqual([
      'sam: Why?',
      'olivia: Withdrawn: Not needed',
      'sam: A pity',
    ]);
  });
});

describe('closing', () => {
  it('withdraws for the requester, closes for others, and opens again', async () => {
    const { number } = await test.open();
    const empty = await test.decide('olivia', number, 'close', { reason: '' });
    expect(empty.status).toBe(400);
    const closed = await test.decide('pat', number, 'close', {
      reason: 'See #1',
    });
    const detail: ChangeRequestDetail = closed.body;
    expect(detail.state).toBe('closed');
    expect(detail.viewer).toMatchObject({ whyNotClose: 'It is closed' });
    expect(detail.viewer.whyNotReopen).toBeUndefined();
    expect(await commentsOf(number)).toEqual(['pat: Closed: See #1']);
    const twice = await test.decide('pat', number, 'close', { reason: 'x' });
    expect(twice.status).toBe(409);
    const opened = await test.decide('pat', number, 'reopen', {});
    expect(opened.body.state).toBe('open');
    const again = await test.decide('pat', number, 'reopen', {});
    expect(again.status).toBe(409);
    expect(again.body.error.message).toBe('It is open');
  });

  it('says why a change whose branch is gone cannot be opened again', async () => {
    const { number, branch } = await test.open();
    await test.decide('olivia', number, 'close', { reason: 'Not needed' });
    const { rest } = await test.host.as('slipway-bot');
    await rest.git.deleteRef({ ...repo, ref: `heads/${branch}` });
    const refused = await test.decide('olivia', number, 'reopen', {});
    expect(refused.status).toBe(409);
    expect(refused.body.error.message).toContain('cannot be reopened');
  });

  it('is not for somebody who may only read', async () => {
    const { number } = await test.open();
    await test.host.makeReader('sam');
    try {
      const close = { reason: 'I do not like it' };
      const refused = await test.decide('sam', number, 'close', close);
      expect(refused.status).toBe(403);
      expect(refused.body.error.message).toContain('may not close it');
      expect((await test.read(number)).state).toBe('open');
      expect(await commentsOf(number)).toEqual([]);
    } finally {
      await test.host.makeReader();
    }
  });

  it('makes a draft of it, and a change that is ready', async () => {
    const { number } = await test.open();
    const draft = await test.decide('olivia', number, 'draft', { draft: true });
    expect(draft.body).toMatchObject({ draft: true });
    expect(draft.body.blockers[0]).toMatchObject({ code: 'draft' });
    const ready = await test.decide('olivia', number, 'draft', {
      draft: false,
    });
    expect(ready.body).toMatchObject({ draft: false });
  });
});

describe('two approvals, one of a group', () => {
  it('counts each person once and names who is missing', async () => {
    const { number } = await test.open('strict');
    const missing = async () => {
      const { blockers, approvalNeeds } = await test.read(number);
      return { blockers: blockers.map(b => b.message), need: approvalNeeds[0] };
    };
    expect((await missing()).blockers).toEqual([
      'Strict needs 2 more approvals, 1 from payments, the rest from platform or payments',
    ]);
    await test.approve('pat', number);
    const second = await missing();
    expect(second.blockers).toEqual([
      'Strict needs 1 more approval, from payments',
    ]);
    expect(second.need).toMatchObject({
      needed: 2,
      given: ['pat'],
      groups: [{ entityRef: 'group:default/payments', given: false }],
    });
    const early = await test.merge('pat', number);
    expect(early.status).toBe(409);
    expect(early.body.error.message).toContain(
      'Strict needs 1 more approval, from payments',
    );
    await test.approve('sam', number);
    expect((await missing()).blockers).toEqual([]);
    expect((await test.merge('pat', number)).status).toBe(200);
  });
});
