import {
  ChangeRequestDetail,
  SourceSummary,
} from '@slipway/plugin-infra-prs-common';
import { eventually } from './__testUtils__/eventually';
import { filesOf, metadataOf, planOf } from './__testUtils__/fixtures';
import { InfrastructureHost } from './__testUtils__/InfrastructureHost';
import { startPortal } from './__testUtils__/startPortal';

jest.setTimeout(90_000);

let host: InfrastructureHost;
let portal: Awaited<ReturnType<typeof startPortal>>;
let change: { number: number; headSha: string };
let seen: Pick<ChangeRequestDetail, 'headSha' | 'planDigest'>;

beforeAll(async () => {
  host = await InfrastructureHost.start();
  change = await host.open({
    branch: 'change',
    files: filesOf('prod'),
    metadata: metadataOf('user:default/olivia'),
  });
  await host.plan(change.headSha, planOf('prod'));
  portal = await startPortal(host);
  const { body } = await portal.get('pat', `/pull-requests/${change.number}`);
  seen = { headSha: body.headSha, planDigest: body.planDigest };
});

afterEach(() => host.chaos.reset());

afterAll(async () => {
  await portal?.stop();
  await host?.stop();
});

const wait = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

async function approvals(): Promise<number> {
  const { rest } = await host.as('pat');
  const { data } = await rest.pulls.listReviews({
    owner: 'acme',
    repo: 'infrastructure',
    pull_number: change.number,
  });
  return data.length;
}

it('asks the Git host as often for fifty viewers as for one', async () => {
  const view = () => portal.get('pat', `/pull-requests/${change.number}`);
  const callsWith = async (viewers: number) => {
    const before = host.counter.total();
    const end = Date.now() + 7_000;
    while (Date.now() < end) {
      await Promise.all(Array.from({ length: viewers }, view));
      await wait(500);
    }
    return host.counter.total() - before;
  };
  // Pull request, reviews and checks are read each five seconds; a busy machine may stretch the window.
  const bound = 3 * 4;
  expect(await callsWith(1)).toBeLessThanOrEqual(bound);
  expect(await callsWith(50)).toBeLessThanOrEqual(bound);
});

describe('when the Git host is in trouble', () => {
  it('tells what was never read as unavailable, not as missing', async () => {
    host.chaos.set('github', { dead: true });
    const { status, body } = await portal.get('pat', '/pull-requests/4711');
    expect(status).toBe(503);
    expect(body.error.message).toContain('GitHub did not answer');
  });

  it.each([
    ['down', { dead: true }, 'GitHub did not answer'],
    ['slow', { latencyMs: 15_000 }, 'GitHub did not answer'],
    ['failing', { failRate: 1, failStatus: 502 }, 'GitHub answered with 502'],
    ['rate-limited', { throttleRate: 1 }, 'rate limit'],
  ])(
    '%s: deciding fails in words and changes nothing',
    async (_, rule, words) => {
      host.chaos.set('github', rule);
      const refused = await portal.post(
        'pat',
        `/pull-requests/${change.number}/approve`,
        seen,
      );
      expect(refused.status).toBe(503);
      expect(refused.body.error.message).toContain(words);
      host.chaos.reset();
      expect(await approvals()).toBe(0);
    },
  );

  it.each([
    ['down', { dead: true }, 'GitHub did not answer'],
    ['rate-limited', { throttleRate: 1 }, 'rate limit'],
  ])('%s: what was known stays, marked as old', async (_, rule, words) => {
    await portal.get('pat', `/pull-requests/${change.number}`);
    host.chaos.set('github', rule);
    const trouble = await eventually(async () => {
      const { status, body } = await portal.get(
        'pat',
        `/pull-requests/${change.number}`,
      );
      expect(status).toBe(200);
      expect(body.title).toBe('Change change');
      const sources: SourceSummary[] = body.sources;
      return sources.find(
        ({ state, message }) => state === 'stale' && message?.includes(words),
      );
    });
    expect(trouble.asOf).toBeDefined();
  });
});
