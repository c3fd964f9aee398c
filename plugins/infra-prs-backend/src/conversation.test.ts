import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  changeChecksSchema,
  ChangeConversation,
  changeConversationSchema,
} from '@slipway/plugin-infra-prs-common';
import { filesOf } from './__testUtils__/fixtures';
import { InfrastructureHost } from './__testUtils__/InfrastructureHost';
import { startPortal } from './__testUtils__/startPortal';

jest.setTimeout(90_000);

const REPO = { owner: 'acme', repo: 'infrastructure' };
const FILE = 'terraform/live/dev/services/mailer/main.tf';

let host: InfrastructureHost;
let portal: Awaited<ReturnType<typeof startPortal>>;
let change: { number: number; headSha: string };

beforeAll(async () => {
  host = await InfrastructureHost.start();
  portal = await startPortal(host);
  change = await host.open({ branch: 'talk', files: filesOf('dev', 'talk') });
});

afterAll(async () => {
  await portal?.stop();
  await host?.stop();
});

const at = (rest: string) => `/pull-requests/${change.number}/${rest}`;

async function read(): Promise<ChangeConversation> {
  const { body } = await portal.get('pat', at('conversation'));
  return changeConversationSchema.parse(body);
}

const onLine = (over: object = {}) => ({
  headSha: change.headSha,
  path: FILE,
  side: 'RIGHT',
  line: 1,
  body: 'Is this **right**?',
  ...over,
});

describe('the conversation of a change', () => {
  it('is begun on a line, answered and settled, each as the person', async () => {
    const said = await portal.post('pat', at('threads'), onLine());
    expect(said.status).toBe(200);
    const { threads } = changeConversationSchema.parse(said.body);
    expect(threads).toEqual([
      {
        id: expect.any(Number),
        path: FILE,
        side: 'RIGHT',
        line: 1,
        outdated: false,
        resolved: false,
        comments: [
          expect.objectContaining({
            author: { login: 'pat', isBot: false },
            body: 'Is this **right**?',
            edited: false,
          }),
        ],
      },
    ]);
    const [{ id }] = threads;
    const answered = await portal.post('olivia', at(`threads/${id}/replies`), {
      body: 'It is.',
    });
    expect(answered.body.threads[0].comments[1]).toMatchObject({
      author: { login: 'olivia' },
      body: 'It is.',
    });
    expect((await read()).unresolved).toBe(1);

    const settled = await portal.put('pat', at(`threads/${id}/resolution`), {
      resolved: true,
    });
    expect(settled.body).toMatchObject({
      unresolved: 0,
      threads: [{ resolved: true }],
    });
    await portal.put('pat', at(`threads/${id}/resolution`), {
      resolved: false,
    });
    expect((await read()).unresolved).toBe(1);
  });

  it('holds what was said below the change and in reviews', async () => {
    const { rest } = await host.as('sam');
    const issue_number = change.number;
    await rest.issues.createComment({ ...REPO, issue_number, body: 'Hello' });
    await rest.pulls.createReview({
      ...REPO,
      pull_number: change.number,
      event: 'COMMENT',
      body: 'Looked at it',
    });
    const bot = await host.as('slipway-bot');
    await bot.rest.issues.createComment({
      ...REPO,
      issue_number,
      body: '<script>alert(1)</script>',
    });
    await new Promise(resolve => setTimeout(resolve, 5_100));
    await read();
    await new Promise(resolve => setTimeout(resolve, 500));
    const { comments, reviews } = await read();
    expect(comments.map(({ author, body }) => [author, body])).toEqual([
      [{ login: 'sam', isBot: false }, 'Hello'],
      [{ login: 'slipway-bot', isBot: true }, '<script>alert(1)</script>'],
    ]);
    expect(reviews).toMatchObject([
      { state: 'COMMENTED', body: 'Looked at it' },
    ]);
  });

  it.each([
    [
      'an older commit',
      { headSha: 'a'.repeat(40) },
      409,
      /New commits were pushed/,
    ],
    ['a line that is not shown', { line: 99 }, 409, /must be part of the diff/],
    ['a file that is not changed', { path: 'README.md' }, 409, /path/],
    ['nothing', { body: '  ' }, 400, /must say something/],
    ['a made-up side', { side: 'UP' }, 400, /side/],
  ])('takes no comment on %s', async (_, over, status, message) => {
    const answer = await portal.post('pat', at('threads'), onLine(over));
    expect(answer.status).toBe(status);
    expect(answer.body.error.message).toMatch(message);
  });

  it('knows no threads of other changes', async () => {
    const unknown = await portal.put('pat', at('threads/99999/resolution'), {
      resolved: true,
    });
    expect(unknown.status).toBe(404);
    const reply = await portal.post('pat', at('threads/99999/replies'), {
      body: 'x',
    });
    expect(reply.status).toBe(403);
  });

  it('is for those who may, with their own account', async () => {
    const foreign = await portal.post('pat', at('threads'), onLine(), 'sam');
    expect(foreign.status).toBe(403);
    const tokenless = await portal.postWithoutToken(
      'pat',
      at('threads'),
      onLine(),
    );
    expect(tokenless.status).toBe(400);
    expect((await portal.getAnonymously(at('conversation'))).status).toBe(401);
    const denying = await startPortal(host, {
      permissions: AuthorizeResult.DENY,
    });
    expect((await denying.get('pat', at('conversation'))).status).toBe(403);
    expect((await denying.post('pat', at('threads'), onLine())).status).toBe(
      403,
    );
    const rerun = await denying.post('pat', at('checks/1/rerun'), {});
    expect(rerun.status).toBe(403);
    await denying.stop();
  });

  it('says so when GitHub does not tell what is settled', async () => {
    const { number } = await host.open({
      branch: 'dark',
      files: filesOf('dev', 'dark'),
    });
    host.chaos.set('github/graphql', { failRate: 1, failStatus: 502 });
    const { body } = await portal.get(
      'pat',
      `/pull-requests/${number}/conversation`,
    );
    host.chaos.reset();
    expect(body).toMatchObject({
      threads: [],
      problem: 'GitHub does not tell now which threads are resolved',
    });
    expect(body.unresolved).toBeUndefined();
  });
});

describe('the checks of a change', () => {
  it('tell what failed and where, and are run again as the person', async () => {
    const { rest } = await host.as('slipway-bot');
    const { data } = await rest.checks.create({
      ...REPO,
      name: 'lint',
      head_sha: change.headSha,
      status: 'completed',
      conclusion: 'failure',
      details_url: 'http://ci.test/1',
      output: {
        title: 'lint',
        summary: '# 1 problem',
        annotations: [
          {
            path: FILE,
            start_line: 1,
            end_line: 1,
            annotation_level: 'failure',
            message: 'Not formatted',
          },
        ],
      },
    });
    await rest.repos.createCommitStatus({
      ...REPO,
      sha: change.headSha,
      state: 'pending',
      context: 'atlantis/plan',
      description: 'Planning',
    });
    const answer = await portal.get(
      'pat',
      at(`checks?headSha=${change.headSha}`),
    );
    const { checks } = changeChecksSchema.parse(answer.body);
    expect(checks).toMatchObject([
      {
        id: data.id,
        name: 'lint',
        conclusion: 'failure',
        url: 'http://ci.test/1',
        summary: '# 1 problem',
        required: false,
        annotations: [
          { path: FILE, line: 1, level: 'failure', message: 'Not formatted' },
        ],
      },
      { name: 'atlantis/plan', status: 'in_progress', summary: 'Planning' },
    ]);
    const asked: string[] = [];
    host.events.on('checkRerequested', ({ name }) => asked.push(name));
    const again = await portal.post('pat', at(`checks/${data.id}/rerun`), {});
    expect(again.status).toBe(202);
    expect(asked).toEqual(['lint']);
    const unknown = await portal.post('pat', at('checks/99999/rerun'), {});
    expect(unknown.status).toBe(404);
  });
});
