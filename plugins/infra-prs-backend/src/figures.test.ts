import { doraAnswerSchema } from '@slipway/plugin-infra-prs-common';
import { eventually } from './__testUtils__/eventually';
import { filesOf, metadataOf, planOf } from './__testUtils__/fixtures';
import { InfrastructureHost } from './__testUtils__/InfrastructureHost';
import { startPortal } from './__testUtils__/startPortal';

jest.setTimeout(90_000);

let host: InfrastructureHost;
let portal: Awaited<ReturnType<typeof startPortal>>;

beforeAll(async () => {
  host = await InfrastructureHost.start();
  portal = await startPortal(host);
});
afterAll(async () => {
  await portal?.stop();
  await host?.stop();
});

async function figures(query = '', login = 'pat') {
  const { body, status } = await portal.get(login, `/figures${query}`);
  expect(status).toBe(200);
  return doraAnswerSchema.parse(body);
}

it('has nothing to tell before anything was merged', async () => {
  expect(await figures()).toMatchObject({ counted: 0, teams: [] });
});

it('counts what was applied, and what failed, once somebody has looked', async () => {
  for (const [branch, conclusion] of [
    ['good', 'success'],
    ['bad', 'failure'],
  ] as const) {
    const metadata = metadataOf('user:default/olivia', branch);
    const files = filesOf('dev', branch);
    const change = await host.open({ branch, files, metadata });
    await host.plan(change.headSha, planOf('dev', branch));
    const path = `/pull-requests/${change.number}`;
    const { body: seen } = await portal.get('pat', path);
    const command = { headSha: seen.headSha, planDigest: seen.planDigest };
    for (const verb of ['approve', 'merge']) {
      const done = await portal.post('pat', `${path}/${verb}`, command);
      expect([verb, done.status]).toEqual([verb, 200]);
    }
    const { body } = await portal.get('pat', path);
    await host.check(body.apply.mergeCommitSha, 'slipway/apply', conclusion);
    // Who does something about a change has it looked at.
    await portal.post('pat', `${path}/retry`, {});
  }
  const told = await eventually(async () => {
    const answer = await figures('?days=7&environment=dev');
    return answer.all.merged === 2 && answer.all.failed === 1
      ? answer
      : undefined;
  });
  expect(told.all.failureRate).toBe(0.5);
  expect(told.environments).toContain('dev');
  expect((await figures('?environment=prod')).counted).toBe(0);
});

it.each(['?days=0', '?days=x', '?what=1'])('refuses %s', async query => {
  expect((await portal.get('pat', `/figures${query}`)).status).toBe(400);
});

it('refuses strangers', async () => {
  expect((await portal.getAnonymously('/figures')).status).toBe(401);
});
