import {
  AuditorService,
  HttpAuthService,
  LoggerService,
  PermissionsService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import { AwsClients, Environments, FetchEngine } from '@slipway/platform-node';
import { Knex } from 'knex';
import { ActGate } from './acts/ActGate';
import { Acting } from './acts/Acting';
import { SqsClient } from './clients/SqsClient';
import { SqsMessagesClient } from './clients/SqsMessagesClient';
import { SqsRedriveClient } from './clients/SqsRedriveClient';
import { QueuesConfig } from './config';
import { createRedrives } from './createRedrives';
import { DefaultMasker } from './messages/masking/DefaultMasker';
import { DefaultMessagesService } from './messages/DefaultMessagesService';
import { MessageReader } from './messages/MessageReader';
import { MessageRenderer } from './messages/MessageRenderer';
import { DefaultPurgesService } from './purges/DefaultPurgesService';
import { QueueResolver } from './services/QueueResolver';
import { QueueSources } from './services/queueSources';
import { DatabaseSnapshotStore } from './store/DatabaseSnapshotStore';

/** What acting on queues is made of. */
export interface ActSideDeps {
  readonly auditor: AuditorService;
  readonly awsClients: AwsClients;
  readonly config: QueuesConfig;
  readonly engine: FetchEngine;
  readonly environments: Environments;
  readonly httpAuth: HttpAuthService;
  /** The plugin's database, with its tables. */
  readonly db: Knex;
  readonly logger: LoggerService;
  readonly notifications: NotificationService;
  readonly permissions: PermissionsService;
  readonly resolver: QueueResolver;
  readonly scheduler: SchedulerService;
  readonly signals: SignalsService;
  readonly sources: QueueSources;
}

/** Looks into messages. */
function createMessages(deps: ActSideDeps, client: SqsMessagesClient) {
  const { config, logger } = deps;
  const masker = DefaultMasker.create(config.masking);
  // What goes wrong is told by its message: errors of the SDK hold what was sent.
  const reader = new MessageReader(client, (what, error) =>
    logger.warn(`${what}: ${error instanceof Error ? error.message : error}`),
  );
  const messages = new DefaultMessagesService({
    sqs: new SqsClient(deps.awsClients),
    reader,
    masker,
    hideSeconds: config.peek.visibilitySeconds,
    renderer: new MessageRenderer({
      masker,
      maxChars: config.peek.maxBodyBytes,
      traceUrl: config.traceUrl,
    }),
  });
  return { reader, messages };
}

/** The services that act on queues. @internal */
export async function createActSide(deps: ActSideDeps) {
  const { config, db } = deps;
  const client = new SqsMessagesClient(deps.awsClients);
  const redriveClient = new SqsRedriveClient(deps.awsClients);
  const { reader, messages } = createMessages(deps, client);
  const parts = await createRedrives({
    ...deps,
    client,
    redriveClient,
    reader,
  });
  const { flags, previews, redrives, store } = parts;
  const purges = new DefaultPurgesService({
    client,
    flags,
    messages,
    previews,
    redrives: store,
    rules: { readOnly: config.readOnly, enabled: config.purge.enabled },
    snapshots: new DatabaseSnapshotStore(db),
  });
  return {
    gate: new ActGate(deps),
    messages,
    redrives,
    purges,
    rules: { readOnly: config.readOnly, purgeEnabled: config.purge.enabled },
    flagsOf: (acting: Acting) => flags.shown(acting.queue),
  };
}
