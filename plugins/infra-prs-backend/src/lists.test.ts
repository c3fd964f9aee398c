import {
  ChangeRequestList,
  requestPageSchema,
} from '@slipway/plugin-infra-prs-common';
import { eventually } from './__testUtils__/eventually';
import { filesOf, metadataOf, planOf } from './__testUtils__/fixtures';
import { InfrastructureHost } from './__testUtils__/InfrastructureHost';
import { startPortal } from './__testUtils__/startPortal';

jest.setTimeout(120_000);

const REPO = { owner: 'acme', repo: 'infrastructure' };

let host: InfrastructureHost;
let portal: Awaited<ReturnType<typeof startPortal>>;
let open: { number: number; headSha: string };
const over: number[] = [];

beforeAll(async () => {
  host = await InfrastructureHost.start();
  for (const name of ['one', 'two', 'three']) {
    const change = await host.open({
      branch: name,
      files: filesOf('dev', name),
      metadata: metadataOf('user:default/olivia', `mailer-${name}`),
    });
    await host.plan(change.headSha, planOf('dev', name));
    const { rest } = await host.as('slipway-bot');
    await rest.pulls.update({
      ...REPO,
      pull_number: change.number,
      state: 'closed',
    });
    over.push(change.number);
  }
  // Opened on GitHub, by a person, without the portal.
  open = await host.open({
    branch: 'by-hand',
    files: filesOf('prod', 'by-hand'),
    author: 'sam',
  });
  await host.plan(open.headSha, planOf('prod'));
  portal = await startPortal(host);
});

afterAll(async () => {
  await portal?.stop();
  await host?.stop();
});

async function list(login: string, state: string): Promise<ChangeRequestList> {
  const { status, body } = await portal.get(
    login,
    `/pull-requests?state=${state}`,
  );
  expect(status).toBe(200);
  return body;
}

it('gives what is kept to those who index it', async () => {
  const { number } = open;
  // Who does something about a change has it looked at.
  const path = `/pull-requests/${number}/comment`;
  const said = await portal.post('pat', path, { comment: 'Fine' });
  expect(said.status).toBe(200);
  const found = await eventually(async () => {
    const { body } = await portal.get('pat', '/requests');
    const { items } = requestPageSchema.parse(body);
    return items.find(item => item.number === number);
  });
  expect(found).toMatchObject({
    state: 'open',
    stage: 'planned',
    environments: ['prod'],
  });
  const { body } = await portal.get('pat', `/requests?after=${number}`);
  expect(body).toEqual({ items: [] });
});

describe('the lists', () => {
  it('say of each change whose task it is, and who opened it', async () => {
    const forPat = await list('pat', 'open');
    expect(forPat.mine).toContain('group:default/platform');
    expect(forPat.items).toEqual([
      expect.objectContaining({
        number: open.number,
        fromForm: false,
        author: 'sam',
        viewer: {
          isRequester: false,
          canApprove: true,
          task: 'approve',
          whyNotInBulk: { merge: expect.stringMatching(/approv/) },
        },
      }),
    ]);
    const [forSam] = (await list('sam', 'open')).items;
    expect(forSam.viewer).toEqual({
      isRequester: true,
      canApprove: false,
      whyNotInBulk: {
        approve: expect.stringMatching(/^You /),
        merge: expect.stringMatching(/approv/),
      },
    });
  });

  it('hand the task to who asked for it once a reviewer asks for changes', async () => {
    const { rest } = await host.as('pat');
    await rest.pulls.createReview({
      ...REPO,
      pull_number: open.number,
      event: 'REQUEST_CHANGES',
      body: 'Not like this',
    });
    const task = await eventually(
      async () => (await list('sam', 'open')).items[0].viewer.task,
    );
    expect(task).toBe('answer_review');
    expect((await list('pat', 'open')).items[0].viewer.task).toBeUndefined();
  });

  it('tell apart what was merged and what was closed, with the plans of both', async () => {
    const closed = await list('olivia', 'closed');
    expect(closed.items.map(item => item.number).sort()).toEqual(over);
    expect(closed.items[0]).toMatchObject({
      fromForm: true,
      environments: ['dev'],
      totals: { create: 1 },
      checks: { state: 'passed' },
      viewer: { isRequester: true },
    });
    expect((await list('olivia', 'merged')).items).toEqual([]);
    const all = await list('olivia', 'all');
    expect(all.items.map(item => item.number)).toEqual([
      open.number,
      ...over.slice().reverse(),
    ]);
  });

  it('find a change of the entity that was opened on GitHub', async () => {
    const path = '/entities/component/default/mailer/pull-requests';
    const { body } = await portal.get('pat', path);
    const { items }: ChangeRequestList = body;
    expect(items.map(item => item.number)).toContain(open.number);
  });

  it('read a change that is over once, however often and by whom it is listed', async () => {
    await list('olivia', 'all');
    const before = host.counter.counts().GitHub;
    for (const login of ['olivia', 'pat', 'sam', 'olivia']) {
      await list(login, 'all');
    }
    const more = Object.entries(host.counter.counts().GitHub).filter(
      ([operation, count]) =>
        // Statuses are read anew of the head of the open one alone.
        /files$|commits$|check-runs/.test(operation) &&
        count > (before[operation] ?? 0),
    );
    expect(more).toEqual([]);
  });
});
