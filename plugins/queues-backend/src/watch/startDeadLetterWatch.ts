import {
  AuthService,
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { EntityResources } from '@slipway/platform-node';
import { Knex } from 'knex';
import { QueueSources } from '../services/queueSources';
import { CatalogQueues } from './CatalogQueues';
import { DatabaseWatchStore } from './DatabaseWatchStore';
import { DeadLetterWatch } from './DeadLetterWatch';
import { NoticeSender } from './NoticeSender';
import { QueueReader } from './QueueReader';
import { readWatchConfig } from './readWatchConfig';

/**
 * Starts the scheduled look at dead-letter queues, unless it is switched off.
 * @throws InputError naming the config key that cannot be used.
 */
export async function startDeadLetterWatch(deps: {
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  /** Of the plugin, with its migrations run. */
  db: Knex;
  entityResources: EntityResources;
  logger: LoggerService;
  notifications: NotificationService;
  scheduler: SchedulerService;
  sources: Pick<QueueSources, 'attributes' | 'histories'>;
}): Promise<void> {
  const config = readWatchConfig(deps.config);
  if (!config.enabled) {
    return;
  }
  const store = new DatabaseWatchStore(deps.db);
  const watch = new DeadLetterWatch({
    config,
    store,
    queues: new CatalogQueues(deps),
    reader: new QueueReader(deps),
    sender: new NoticeSender({ ...deps, store }),
  });
  await deps.scheduler.scheduleTask({
    ...config.schedule,
    id: 'slipway-queues:dead-letter-watch',
    scope: 'global',
    fn: signal => watch.run(signal),
  });
}
