import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  notificationService,
  NotificationSendOptions,
} from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { ChangeRequest } from '@slipway/plugin-infra-prs-common';
import { eventually } from '../__testUtils__/eventually';
import { filesOf, metadataOf, planOf } from '../__testUtils__/fixtures';
import { githubEventFeatures } from '../__testUtils__/githubEventFeatures';
import { InfrastructureHost } from '../__testUtils__/InfrastructureHost';
import { startPortal } from '../__testUtils__/startPortal';
import { Webhook } from '../__testUtils__/Webhook';

jest.setTimeout(90_000);

const SECRET = 'a secret that GitHub and the portal share';
const REPO = { owner: 'acme', repo: 'infrastructure' };
const sent: NotificationSendOptions[] = [];
const signals: unknown[] = [];
let host: InfrastructureHost;
let portal: Awaited<ReturnType<typeof startPortal>>;
let webhook: Webhook;

const config = {
  events: { modules: { github: { webhookSecret: SECRET } } },
};
/** Nothing but events tells of anything here. */
const never = {
  frequency: { hours: 24 },
  timeout: { minutes: 1 },
  initialDelay: { hours: 24 },
};

beforeAll(async () => {
  host = await InfrastructureHost.start();
  portal = await startPortal(host, {
    infraPrs: { poll: { schedule: never } },
    config,
    features: [
      ...githubEventFeatures(),
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => ({
          send: async notification => {
            sent.push(notification);
          },
        }),
      }),
      createServiceFactory({
        service: signalsServiceRef,
        deps: {},
        factory: () => ({
          publish: async ({ message }) => {
            signals.push(message);
          },
        }),
      }),
    ],
  });
  webhook = new Webhook(portal.url, SECRET);
  const { rest } = await host.as('slipway-bot');
  await rest.repos.createWebhook({
    ...REPO,
    events: ['*'],
    config: { url: webhook.url, content_type: 'json', secret: SECRET },
  });
});

afterAll(async () => {
  await portal?.stop();
  await host?.stop();
});

const quiet = () => new Promise(resolve => setTimeout(resolve, 1_500));

async function row(number: number): Promise<ChangeRequest | undefined> {
  const { body } = await portal.get('pat', '/pull-requests?state=all');
  const items: ChangeRequest[] = body.items;
  return items.find(item => item.number === number);
}

const reaches = (number: number, stage: string, state = 'active') =>
  eventually(async () => {
    const found = await row(number);
    return found?.stage === stage && found.lifeState === state
      ? found
      : undefined;
  });

const told = (number: number) =>
  sent
    .filter(({ payload }) => payload.scope === `change:${number}`)
    .map(({ payload: { title }, recipients }) => [
      title,
      recipients.type === 'entity' ? recipients.entityRef : [],
    ]);

async function openChange(branch: string) {
  const metadata = metadataOf('user:default/olivia', branch);
  const files = filesOf('prod', branch);
  return host.open({ branch, files, metadata, title: branch });
}

it('follows what happens on GitHub by its events alone, and tells people at each turn', async () => {
  const { number, headSha } = await openChange('followed');
  await reaches(number, 'open');
  await host.plan(headSha, planOf('prod', 'followed'));
  const planned = await reaches(number, 'planned');
  expect(planned).toMatchObject({
    id: 'followed',
    waitsFor: 'A member of platform for Production, other than the requester',
  });
  const { rest } = await host.as('pat');
  const pull = { ...REPO, pull_number: number };
  await rest.pulls.createReview({ ...pull, event: 'APPROVE', body: '' });
  await reaches(number, 'approved');
  await rest.pulls.merge({ ...pull, sha: headSha });
  await reaches(number, 'merged');
  const { data } = await rest.pulls.get(pull);
  await host.check(data.merge_commit_sha ?? '', 'slipway/apply');
  await reaches(number, 'live', 'done');

  await eventually(async () => told(number).length >= 4 || undefined);
  expect(told(number)).toEqual([
    [`followed (#${number}) waits for your review`, ['group:default/platform']],
    [`followed (#${number}) is approved`, ['user:default/olivia']],
    // Pat did it.
    [`followed (#${number}) is merged`, ['user:default/olivia']],
    [`followed (#${number}) is live`, ['user:default/olivia']],
  ]);
  expect(signals).toContainEqual({ number });
});

it('tells loudly of a merge on GitHub that nobody had approved', async () => {
  const { number, headSha } = await openChange('sneaked');
  await host.plan(headSha, planOf('prod', 'sneaked'));
  await reaches(number, 'planned');
  const { rest } = await host.as('pat');
  await host.requireReviews(0);
  await rest.pulls.merge({ ...REPO, pull_number: number, sha: headSha });
  await host.requireReviews(1);
  const words =
    'It was merged by pat without what it needs: Production needs 1 more approval, from platform';
  const alarm = await eventually(async () =>
    sent.find(({ payload }) => payload.scope === `alarm:${number}`),
  );
  expect(alarm).toMatchObject({
    recipients: {
      entityRef: ['group:default/platform', 'user:default/olivia'],
    },
    payload: { severity: 'critical', description: words },
  });
  const { body } = await portal.get('pat', `/pull-requests/${number}/timeline`);
  const found = body.events.filter(
    ({ kind }: { kind: string }) => kind === 'merged_unapproved',
  );
  expect(found).toMatchObject([{ outcome: 'failure', text: words }]);
});

describe('deliveries that are not as they should be', () => {
  let number: number;
  /** Only a look asks for them. */
  const looks = () =>
    Object.entries(host.counter.counts().GitHub)
      .filter(([operation]) => /^GET .*pulls.*commits$/.test(operation))
      .reduce((sum, [, count]) => sum + count, 0);

  beforeAll(async () => {
    ({ number } = await openChange('odd'));
    await reaches(number, 'open');
    await quiet();
  });

  const event = (over: object = {}, headers: object = {}) => ({
    name: 'pull_request',
    payload: {
      action: 'synchronize',
      number,
      pull_request: { number },
      repository: {
        full_name: 'acme/infrastructure',
        html_url: `${host.url}/acme/infrastructure`,
      },
      ...over,
    },
    delivery: `delivery-${Math.random()}`,
    ...headers,
  });

  it('looks once for a good one, and not again when it is replayed', async () => {
    const delivery = 'the-same';
    const before = looks();
    expect(await webhook.deliver(event({}, { delivery }))).toBe(202);
    await quiet();
    expect(looks()).toBe(before + 1);
    const again = [1, 2, 3].map(() => webhook.deliver(event({}, { delivery })));
    expect(await Promise.all(again)).toEqual([202, 202, 202]);
    await quiet();
    expect(looks()).toBe(before + 1);
    const url = `/pull-requests/${number}/timeline`;
    const { body } = await portal.get('pat', url);
    const ids = body.events.map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each([
    ['signed with another secret', {}, { secret: 'guessed' }, 403],
    [
      'of another repository',
      {
        repository: {
          full_name: 'acme/other',
          html_url: 'http://127.0.0.1/acme/other',
        },
      },
      {},
      202,
    ],
    ['of a kind that nobody asked for', {}, { name: 'constructor' }, 202],
    ['without what it is about', { pull_request: null }, {}, 202],
    ['about a number that is none', { pull_request: { number: -1 } }, {}, 202],
  ])('looks at nothing for one %s', async (_, over, headers, status) => {
    const before = looks();
    expect(await webhook.deliver(event(over, headers))).toBe(status);
    await quiet();
    expect(looks()).toBe(before);
  });

  it('believes GitHub and not what a late or forged payload says', async () => {
    const closed = { action: 'closed', pull_request: { number, merged: true } };
    const reopened = { action: 'reopened' };
    for (const payload of [closed, reopened, closed]) {
      expect(await webhook.deliver(event(payload))).toBe(202);
    }
    await quiet();
    expect(await row(number)).toMatchObject({
      state: 'open',
      stage: 'open',
      lifeState: 'active',
    });
    const { rest } = await host.as('slipway-bot');
    await rest.pulls.update({ ...REPO, pull_number: number, state: 'closed' });
    await reaches(number, 'open', 'withdrawn');
    await webhook.deliver(event(reopened));
    await quiet();
    expect(await row(number)).toMatchObject({ lifeState: 'withdrawn' });
  });
});
