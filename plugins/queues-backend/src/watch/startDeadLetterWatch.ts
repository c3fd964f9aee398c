import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { Knex } from 'knex';
import { QueuesConfig } from '../config';
import { QueueCatalog } from '../services/QueueCatalog';
import { QueueSources } from '../services/queueSources';
import { DatabaseWatchStore } from './DatabaseWatchStore';
import { DeadLetterWatch } from './DeadLetterWatch';
import { NoticeSender } from './NoticeSender';
import { QueueReader } from './QueueReader';
import { QuietHours } from './QuietHours';

/** Starts the scheduled look at dead-letter queues, unless it is switched off. */
export async function startDeadLetterWatch(deps: {
  config: Pick<QueuesConfig, 'watch'>;
  /** Of the plugin, with its migrations run. */
  db: Knex;
  logger: LoggerService;
  notifications: NotificationService;
  queueCatalog: Pick<QueueCatalog, 'list'>;
  scheduler: SchedulerService;
  sources: Pick<QueueSources, 'attributes' | 'deadLetters'>;
}): Promise<void> {
  const { enabled, schedule, expiresWithinSeconds, quietHours } =
    deps.config.watch;
  if (!enabled) {
    return;
  }
  const store = new DatabaseWatchStore(deps.db);
  const watch = new DeadLetterWatch({
    store,
    expiresWithinMs: expiresWithinSeconds * 1_000,
    quietHours: quietHours && QuietHours.of(quietHours),
    queueCatalog: deps.queueCatalog,
    reader: new QueueReader(deps),
    sender: new NoticeSender({ ...deps, store }),
  });
  await deps.scheduler.scheduleTask({
    ...schedule,
    id: 'slipway-queues:dead-letter-watch',
    // Whatever is configured: each replica on its own would send what another has sent.
    scope: 'global',
    fn: signal => watch.run(signal),
  });
}
