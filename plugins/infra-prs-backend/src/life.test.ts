import {
  formatRequestMetadata,
  requestLifeSchema,
  requestTimelineSchema,
} from '@slipway/plugin-infra-prs-common';
import { eventually } from './__testUtils__/eventually';
import { filesOf, metadataOf, planOf } from './__testUtils__/fixtures';
import { InfrastructureHost } from './__testUtils__/InfrastructureHost';
import { startPortal } from './__testUtils__/startPortal';

jest.setTimeout(90_000);

const OLIVIA = 'user:default/olivia';
let host: InfrastructureHost;
let portal: Awaited<ReturnType<typeof startPortal>>;
let slug: string;

beforeAll(async () => {
  host = await InfrastructureHost.start();
  portal = await startPortal(host);
  slug = new URL(host.url).host;
  const { rest } = await host.as('slipway-bot');
  await rest.repos.createInOrg({
    org: 'acme',
    name: 'mailer',
    auto_init: true,
  });
});

afterAll(async () => {
  await portal?.stop();
  await host?.stop();
});

/** A pull request of the service's own repository. */
async function openSibling(branch: string, body: string) {
  const { rest } = await host.as('slipway-bot');
  const repo = { owner: 'acme', repo: 'mailer' };
  const main = await rest.git.getRef({ ...repo, ref: 'heads/main' });
  const ref = `refs/heads/${branch}`;
  await rest.git.createRef({ ...repo, ref, sha: main.data.object.sha });
  await rest.repos.createOrUpdateFileContents({
    ...repo,
    branch,
    path: 'a.txt',
    message: 'a',
    content: Buffer.from(branch).toString('base64'),
  });
  const title = `Service ${branch}`;
  const opened = { ...repo, title, head: branch, base: 'main', body };
  return (await rest.pulls.create(opened)).data.number;
}

const lifeOf = async (number: number) => {
  const { body } = await portal.get('pat', `/pull-requests/${number}`);
  return {
    parameters: body.parameters,
    life: requestLifeSchema.parse(body.life),
  };
};

async function openLinked(id: string, metadataOfSibling: string) {
  const metadata = metadataOf(OLIVIA, id);
  const sibling = await openSibling(
    id,
    formatRequestMetadata(metadataOf(OLIVIA, metadataOfSibling)),
  );
  const files = filesOf('prod', id);
  const change = await host.open({ branch: id, files, metadata });
  const { rest } = await host.as('slipway-bot');
  await rest.pulls.update({
    owner: 'acme',
    repo: 'infrastructure',
    pull_number: change.number,
    body: `Part of the same request: ${
      host.url
    }/acme/mailer/pull/${sibling}\n\n${formatRequestMetadata(metadata)}`,
  });
  return { ...change, sibling, metadata };
}

it('shows a request with all its pull requests, where it stands and what the form said', async () => {
  const { number, sibling, headSha } = await openLinked('linked', 'linked');
  await host.plan(headSha, planOf('prod', 'linked'));
  const { life, parameters } = await lifeOf(number);
  expect(life).toMatchObject({
    id: 'linked',
    stage: 'planned',
    state: 'active',
    pulls: [
      { role: 'infrastructure', repository: `${slug}/acme/infrastructure` },
      {
        role: 'service',
        repository: `${slug}/acme/mailer`,
        number: sibling,
        title: 'Service linked',
        state: 'open',
      },
    ],
  });
  expect(parameters).toEqual({ name: 'mailer' });
});

it('does not follow a link to what says nothing of the same request', async () => {
  const { number } = await openLinked('stranger', 'of-somebody-else');
  const { life } = await lifeOf(number);
  expect(life.pulls.map(({ role }) => role)).toEqual(['infrastructure']);
});

it('knows the pull requests that the portal noted, and who asked', async () => {
  const metadata = metadataOf(OLIVIA, 'noted');
  const body = formatRequestMetadata(metadata);
  const sibling = await openSibling('noted', body);
  const files = filesOf('prod', 'noted');
  const { number } = await host.open({ branch: 'noted', files, metadata });
  const record = {
    pullRequestNumber: number,
    metadata: { ...metadata, parameters: { name: 'mailer', apiToken: 'x' } },
    pulls: [
      {
        role: 'service',
        repository: `${slug}/acme/mailer`,
        number: sibling,
        url: `${host.url}/acme/mailer/pull/${sibling}`,
      },
    ],
  };
  const { status } = await portal.post('olivia', '/requests', record);
  expect(status).toBe(204);
  const { life, parameters } = await lifeOf(number);
  expect(life.pulls.map(({ number: n }) => n)).toEqual([number, sibling]);
  expect(parameters).toEqual({ name: 'mailer', apiToken: '••••••' });
});

it('tells what happened, by whom and when', async () => {
  const metadata = metadataOf(OLIVIA, 'told');
  const files = filesOf('prod', 'told');
  const change = await host.open({ branch: 'told', files, metadata });
  await host.plan(change.headSha, planOf('prod', 'told'));
  const { body: seen } = await portal.get(
    'pat',
    `/pull-requests/${change.number}`,
  );
  const command = { headSha: seen.headSha, planDigest: seen.planDigest };
  for (const act of ['approve', 'merge']) {
    const url = `/pull-requests/${change.number}/${act}`;
    expect((await portal.post('pat', url, command)).status).toBe(200);
  }
  const events = await eventually(async () => {
    const url = `/pull-requests/${change.number}/timeline`;
    const { body } = await portal.get('sam', url);
    const timeline = requestTimelineSchema.parse(body);
    const last = timeline.events.at(-1)?.kind;
    return last === 'merged' ? timeline.events : undefined;
  });
  expect(events.map(({ kind }) => kind)).toEqual([
    'requested',
    'opened',
    'pushed',
    'checks',
    'planned',
    'approved',
    'merged',
  ]);
  expect(events.at(-1)).toMatchObject({
    actor: { login: 'pat', entityRef: 'user:default/pat' },
    text: 'It was merged by pat',
  });
  expect(events[0].actor).toEqual({ entityRef: OLIVIA });
});

it("tells what only GitHub's own timeline knows, without the portal's database", async () => {
  const repo = { owner: 'acme', repo: 'infrastructure' };
  const metadata = metadataOf(OLIVIA, 'history');
  const files = filesOf('prod', 'history');
  const change = await host.open({ branch: 'history', files, metadata });
  const { number } = change;
  const pat = (await host.as('pat')).rest;
  const pull = { ...repo, pull_number: number };
  const { data: review } = await pat.pulls.createReview({
    ...pull,
    event: 'APPROVE',
    body: '',
  });
  await pat.pulls.dismissReview({
    ...pull,
    review_id: review.id,
    message: 'Too early',
  });
  const { data: main } = await pat.git.getRef({ ...repo, ref: 'heads/main' });
  await pat.git.createRef({
    ...repo,
    ref: 'refs/heads/next',
    sha: main.object.sha,
  });
  await pat.pulls.update({ ...pull, base: 'next' });
  const { data: rewritten } = await pat.git.createCommit({
    ...repo,
    message: 'Rewritten',
    tree: (
      await pat.git.getCommit({ ...repo, commit_sha: change.headSha })
    ).data.tree.sha,
    parents: [main.object.sha],
  });
  await pat.git.updateRef({
    ...repo,
    ref: 'heads/history',
    sha: rewritten.sha,
    force: true,
  });
  for (const state of ['closed', 'open', 'closed'] as const) {
    await pat.pulls.update({ ...pull, state });
  }
  const kinds = [
    'review_dismissed',
    'base_changed',
    'force_pushed',
    'closed',
    'reopened',
    'closed',
  ];
  const events = await eventually(async () => {
    const url = `/pull-requests/${number}/timeline?download`;
    const { body } = await portal.get('sam', url);
    const told = requestTimelineSchema
      .parse(body)
      .events.filter(({ kind }) => kinds.includes(kind));
    return told.length >= 5 ? told : undefined;
  });
  // Closed and opened again within a second are one close: GitHub tells no finer.
  expect(new Set(events.map(({ kind }) => kind))).toEqual(new Set(kinds));
  // All within a second or two: GitHub does not tell what of it came first.
  const dismissed = events.find(({ kind }) => kind === 'review_dismissed');
  expect(dismissed).toMatchObject({
    text: 'pat dismissed the approval by pat: Too early',
    actor: { login: 'pat', entityRef: 'user:default/pat' },
  });
  expect(events.map(({ text }) => text)).toContain(
    'pat changed where it goes, from main to next',
  );
});

it("says in the history when GitHub's own timeline cannot be read", async () => {
  const files = filesOf('dev', 'unheard');
  const { number } = await host.open({ branch: 'unheard', files });
  host.chaos.set('github/graphql', { failRate: 1, failStatus: 502 });
  const { body } = await portal.get('pat', `/pull-requests/${number}/timeline`);
  host.chaos.reset();
  const { events, gaps } = requestTimelineSchema.parse(body);
  expect(events.map(({ kind }) => kind)).toContain('opened');
  expect(gaps).toEqual([
    expect.stringMatching(/^GitHub's timeline: .*missing$/),
  ]);
});
