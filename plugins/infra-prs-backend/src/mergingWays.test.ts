import { ChangeRequestDetail } from '@slipway/plugin-infra-prs-common';
import { ApprovalTest } from './__testUtils__/ApprovalTest';
import { eventually } from './__testUtils__/eventually';
import { planOf } from './__testUtils__/fixtures';

jest.setTimeout(180_000);

const repo = { owner: 'acme', repo: 'infrastructure' };
const later = { 'terraform/live/prod/services/mailer/later.tf': '# later\n' };
let test: ApprovalTest;

beforeAll(async () => {
  test = await ApprovalTest.start();
});
afterAll(() => test?.stop());

const code = ({ code: name }: ChangeRequestDetail['blockers'][number]) => name;

async function pullOf(number: number) {
  const { rest } = await test.host.as('pat');
  return (await rest.pulls.get({ ...repo, pull_number: number })).data;
}

describe('auto-merge', () => {
  const set = async (login: string, number: number, enabled: boolean) =>
    test.decide(
      login,
      number,
      'auto-merge',
      enabled ? { enabled, ...(await test.seen(number)) } : { enabled },
    );

  it('is refused where the repository does not allow it, and before it is approved', async () => {
    const { number } = await test.open();
    const refused = await set('pat', number, true);
    expect(refused.status).toBe(409);
    expect(refused.body.error.message).toBe(
      'The repository does not allow auto-merge',
    );
    const { rest } = await test.host.as('slipway-bot');
    await rest.repos.update({ ...repo, allow_auto_merge: true });
    const replica = await test.replica();
    try {
      const answer = await replica.post(
        'pat',
        `/pull-requests/${number}/auto-merge`,
        { enabled: true, ...(await test.seen(number)) },
      );
      expect(answer.status).toBe(409);
      expect(answer.body.error.message).toBe(
        'Production needs 1 more approval, from platform',
      );
    } finally {
      await replica.stop();
    }
  });

  it('merges what was approved once checks have passed, and is off again after a push', async () => {
    const replica = await test.replica();
    const post = (number: number, verb: string, command: object) =>
      replica.post('pat', `/pull-requests/${number}/${verb}`, command);
    const openPending = async () => {
      const change = await test.open();
      await test.approve('pat', change.number);
      await test.host.startCheck(change.headSha, 'slow');
      const seen = await test.seen(change.number);
      const on = await post(change.number, 'auto-merge', {
        enabled: true,
        ...seen,
      });
      return { ...change, on };
    };
    try {
      await test.host.requireCheck('slow');
      const calm = await openPending();
      expect([calm.on.status, calm.on.body.error]).toEqual([200, undefined]);
      expect(calm.on.body.merging.autoMerge).toMatchObject({ login: 'pat' });
      const pushed = await openPending();
      const off = await post(pushed.number, 'auto-merge', { enabled: false });
      expect(off.body.merging.autoMerge).toBeUndefined();
      const stale = await post(pushed.number, 'auto-merge', {
        enabled: true,
        headSha: 'b'.repeat(40),
        planDigest: `sha256:${'0'.repeat(64)}`,
      });
      expect(stale.status).toBe(409);

      await test.host.check(calm.headSha, 'slow');
      await eventually(async () =>
        (await pullOf(calm.number)).merged ? true : undefined,
      );
    } finally {
      await replica.stop();
    }
  });
});

describe('auto-merge that somebody switched on at GitHub', () => {
  it('is off again as long as nobody has approved, and the timeline says why', async () => {
    const { number, headSha } = await test.open();
    await test.host.startCheck(headSha, 'slow');
    await test.host.enableAutoMerge('olivia', number);
    expect((await pullOf(number)).auto_merge).not.toBeNull();
    await test.decide('sam', number, 'comment', { comment: 'Look' });
    await eventually(async () =>
      (await pullOf(number)).auto_merge === null ? true : undefined,
    );
    const words =
      'Auto-merge was switched off: Production needs 1 more approval, from platform';
    await eventually(async () => {
      const path = `/pull-requests/${number}/timeline`;
      const { body } = await test.portal.get('pat', path);
      const texts = body.events.map((event: { text: string }) => event.text);
      return texts.includes(words) || undefined;
    });
  });
});

describe('a merge queue', () => {
  it('is joined instead of merging, with the head that was approved', async () => {
    const removeQueue = await test.host.useMergeQueue();
    const replica = await test.replica();
    try {
      const { number, branch, headSha } = await test.open();
      await test.approve('pat', number);
      await test.host.check(headSha, 'slow');
      const path = `/pull-requests/${number}`;
      const { body: shown } = await replica.get('pat', path);
      expect(shown.merging.way).toBe('queue');
      const queued = await replica.post('pat', `${path}/merge`, {
        headSha,
        planDigest: shown.planDigest,
      });
      expect(queued.status).toBe(200);
      expect(queued.body.state).toBe('open');
      const waiting = await eventually(async () => {
        const { body } = await replica.get('pat', path);
        return body.merging.queue;
      });
      expect(waiting).toMatchObject({ position: 1 });
      const pushed = await test.host.push({ branch, files: later });
      await test.host.plan(pushed, planOf('prod'));
      await eventually(async () => {
        const { body } = await replica.get('pat', path);
        return body.merging.queue ? undefined : body;
      });
      expect((await pullOf(number)).merged).toBe(false);
      // The other replica looks for itself.
      const detail = await eventually(async () => {
        const read = await test.read(number);
        return read.headSha === pushed ? read : undefined;
      });
      expect(detail.blockers.map(code)).toContain('approval_missing');
    } finally {
      await replica.stop();
      await removeQueue();
    }
  });

  it('is left when the plan of the same commit moved, and the timeline says so', async () => {
    const removeQueue = await test.host.useMergeQueue();
    const replica = await test.replica();
    try {
      const { number, headSha } = await test.open();
      const path = `/pull-requests/${number}`;
      await test.approve('pat', number);
      await test.host.check(headSha, 'slow');
      const seen = await test.seen(number);
      const queued = await replica.post('pat', `${path}/merge`, seen);
      expect(queued.status).toBe(200);
      await test.host.plan(headSha, planOf('prod', 'something-else'));
      await replica.post('sam', `${path}/comment`, { comment: 'It moved' });
      await eventually(async () => {
        const { body } = await replica.get('pat', `${path}/timeline`);
        const texts = body.events.map((event: { text: string }) => event.text);
        return texts.some((text: string) =>
          text.startsWith('It was taken out of the merge queue: Production'),
        )
          ? true
          : undefined;
      });
      expect((await pullOf(number)).merged).toBe(false);
    } finally {
      await replica.stop();
      await removeQueue();
    }
  });
});
