import { SqsClient } from './clients/SqsClient';
import { SqsMessagesClient } from './clients/SqsMessagesClient';
import { SqsRedriveClient } from './clients/SqsRedriveClient';
import { ActSideDeps } from './createActSide';
import { MessageReader } from './messages/MessageReader';
import { DefaultRedriveEvents } from './redrives/DefaultRedriveEvents';
import { DefaultRedrivesService } from './redrives/DefaultRedrivesService';
import { PreviewReader } from './redrives/PreviewReader';
import { createTagSource, QueueFlags } from './redrives/QueueFlags';
import { RedriveCanceller } from './redrives/RedriveCanceller';
import { RedriveEvents } from './redrives/RedriveEvents';
import { RedriveFollower } from './redrives/RedriveFollower';
import { createTaskSource, RedriveLister } from './redrives/RedriveLister';
import { RedriveStarter } from './redrives/RedriveStarter';
import { SelectedMover } from './redrives/SelectedMover';
import { DatabaseRedriveStore } from './store/DatabaseRedriveStore';
import { RedriveRecord } from './store/RedriveStore';

type RedrivesDeps = ActSideDeps & {
  readonly client: SqsMessagesClient;
  readonly redriveClient: SqsRedriveClient;
  readonly reader: MessageReader;
};

/** Lets pages see the counts that a redrive changed. */
function forget({ environments, sources }: ActSideDeps) {
  return ({ queueArn, environment: name, queue, targets }: RedriveRecord) => {
    const environment = environments.list().find(it => it.name === name);
    if (!environment) return;
    const prefix = queueArn.slice(0, queueArn.lastIndexOf(':') + 1);
    for (const each of [queue, ...targets]) {
      const key = { arn: `${prefix}${each}`, name: each, environment };
      sources.attributes.invalidate(key);
      sources.fleet.invalidate(key);
    }
  };
}

/** Each replica looks; which of them does so for a redrive is settled in the database. */
async function followForever(
  { scheduler, logger }: ActSideDeps,
  follower: RedriveFollower,
): Promise<void> {
  await scheduler.scheduleTask({
    id: 'slipway-queues-follow-redrives',
    frequency: { seconds: 3 },
    timeout: { minutes: 2 },
    scope: 'local',
    fn: async () => {
      try {
        await follower.followAll();
      } catch (error) {
        logger.warn(`Redrives could not be followed: ${error}`);
      }
    },
  });
}

/** Redrives, from the request to their end. @internal */
export async function createRedrives(deps: RedrivesDeps) {
  const { config, db, engine, redriveClient: client } = deps;
  const store = new DatabaseRedriveStore(db);
  const events: RedriveEvents = new DefaultRedriveEvents({
    ...deps,
    forget: forget(deps),
  });
  const follower = new RedriveFollower({ ...deps, client, events, store });
  await followForever(deps, follower);
  const flags = new QueueFlags({
    client,
    shared: createTagSource(engine, client),
    tag: config.tags.redrive,
  });
  const lister = new RedriveLister(store, createTaskSource(engine, client));
  const rules = { readOnly: config.readOnly, ...config.redrive };
  const sqs = new SqsClient(deps.awsClients);
  const previews = new PreviewReader({ ...deps, flags, lister, rules, sqs });
  const mover = new SelectedMover({ ...deps, events, store });
  const shared = { client, events, follower, store };
  const redrives = new DefaultRedrivesService({
    flags,
    lister,
    previews,
    rules,
    canceller: new RedriveCanceller(shared),
    starter: new RedriveStarter({ ...shared, mover }),
  });
  return { flags, previews, redrives, store, follower };
}
