import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  notificationService,
  NotificationSendOptions,
} from '@backstage/plugin-notifications-node';
import { ChangeRequest } from '@slipway/plugin-infra-prs-common';
import { createMemoryDatabase } from './__testUtils__/createMemoryDatabase';
import { EventHub } from './__testUtils__/EventHub';
import { eventually } from './__testUtils__/eventually';
import { filesOf, metadataOf, planOf } from './__testUtils__/fixtures';
import { InfrastructureHost } from './__testUtils__/InfrastructureHost';
import { startPortal } from './__testUtils__/startPortal';

jest.setTimeout(120_000);

type Portal = Awaited<ReturnType<typeof startPortal>>;

/** Nothing but events tells of anything here. */
const never = {
  frequency: { hours: 24 },
  timeout: { minutes: 1 },
  initialDelay: { hours: 24 },
};
const hub = new EventHub();
const knex = createMemoryDatabase();
const sent: NotificationSendOptions[] = [];
let host: InfrastructureHost;
let replicas: Portal[];
let change: { number: number; headSha: string };

const startReplica = () =>
  startPortal(host, {
    knex,
    infraPrs: { poll: { schedule: never } },
    features: [
      hub.service(),
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => ({
          send: async notification => {
            sent.push(notification);
          },
        }),
      }),
    ],
  });

beforeAll(async () => {
  host = await InfrastructureHost.start();
  change = await host.open({
    branch: 'shared',
    files: filesOf('prod', 'shared'),
    metadata: metadataOf('user:default/olivia', 'shared'),
    title: 'shared',
  });
  await host.plan(change.headSha, planOf('prod', 'shared'));
  replicas = [await startReplica(), await startReplica()];
});

afterAll(async () => {
  for (const replica of replicas ?? []) await replica.stop();
  await knex.destroy();
  await host?.stop();
});

async function checksIn(portal: Portal): Promise<string | undefined> {
  const { body } = await portal.get('pat', '/pull-requests?state=open');
  const items: ChangeRequest[] = body.items;
  return items.find(({ number }) => number === change.number)?.checks.state;
}

const event = (name: string, what: object, delivery: string) => ({
  topic: `github.${name}`,
  eventPayload: {
    ...what,
    repository: {
      full_name: 'acme/infrastructure',
      html_url: `${host.url}/acme/infrastructure`,
    },
  },
  metadata: { 'x-github-delivery': delivery },
});

it('lets every replica forget what an event says has moved, though one gets it to look at', async () => {
  for (const replica of replicas) {
    await eventually(async () =>
      (await checksIn(replica)) === 'passed' ? true : undefined,
    );
  }
  await host.check(change.headSha, 'terraform validate', 'failure');
  // Checks that are done are kept for minutes: without an event nobody would notice.
  expect(await Promise.all(replicas.map(checksIn))).toEqual([
    'passed',
    'passed',
  ]);
  const run = { head_sha: change.headSha, pull_requests: [] };
  await hub.publish(event('check_run', { check_run: run }, 'first'));
  for (const replica of replicas) {
    await eventually(async () =>
      (await checksIn(replica)) === 'failed' ? true : undefined,
    );
  }
});

it('makes nothing of a delivery that comes again, to another replica or after a restart', async () => {
  const { number } = change;
  const again = event('pull_request', { pull_request: { number } }, 'second');
  const timeline = async () => {
    const path = `/pull-requests/${number}/timeline`;
    return (await replicas[0].get('pat', path)).body.events;
  };
  await hub.publish(again);
  await eventually(async () => (sent.length > 0 ? true : undefined));
  const before = { events: await timeline(), sent: sent.length };
  await replicas[1].stop();
  replicas[1] = await startReplica();
  const version = async () =>
    (await knex('requests').where({ number }).first('version')).version;
  const known = await version();
  // One that knows it, one that never saw it, each three times.
  for (let times = 0; times < 3; times += 1) await hub.replay(again);
  // It was looked at once more, and what was found was written.
  await eventually(async () => ((await version()) > known ? true : undefined));
  expect({ events: await timeline(), sent: sent.length }).toEqual(before);
});
