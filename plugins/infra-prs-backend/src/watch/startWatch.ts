import {
  LifecycleService,
  LoggerService,
  SchedulerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { ForwardedError } from '@backstage/errors';
import { EventsService } from '@backstage/plugin-events-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import { InfrastructureRepository } from '@slipway/platform-common';
import { GithubReader } from '../clients/GithubReader';
import { RequestReconciler, Turn } from '../life/RequestReconciler';
import { ChangeSources } from '../services/ChangeSources';
import { FactsReader } from '../services/FactsReader';
import { LifeStore } from '../store/LifeStore';
import { GITHUB_TOPICS, GithubEvents } from './GithubEvents';
import { LookQueue } from './LookQueue';
import { NoticeStore } from './Notice';
import { NoticeSender } from './NoticeSender';
import { Poll } from './Poll';
import { ReplicaNews } from './ReplicaNews';
import { tellWatchers } from './tellWatchers';

/** What looking at changes takes. */
interface WatchDeps {
  readonly events: EventsService;
  readonly facts: FactsReader;
  readonly github: GithubReader;
  readonly lifecycle: Pick<LifecycleService, 'addShutdownHook'>;
  readonly lifeStore: LifeStore;
  readonly logger: LoggerService;
  readonly noticeStore: NoticeStore;
  readonly notifications: NotificationService;
  /** Default: the time of the machine. */
  readonly now?: () => number;
  readonly reconciler: Pick<RequestReconciler, 'look'>;
  readonly repository: InfrastructureRepository;
  readonly schedule: SchedulerServiceTaskScheduleDefinition;
  readonly scheduler: Pick<SchedulerService, 'scheduleTask'>;
  readonly signals: SignalsService;
  readonly sources: ChangeSources;
}

/** Lists that are not older than some seconds are not read again for what changed longer ago than this. */
const LISTED_MS = 120_000;

/** Whether somebody who looks at the change now sees something else than before. */
function isNews({ before, after, events }: Turn): boolean {
  return (
    events.length > 0 ||
    before?.stage !== after.stage ||
    before.state !== after.state ||
    before.waitsFor !== after.waitsFor ||
    before.changedAt !== after.changedAt
  );
}

/** Whether lists have had time to see it: many are first looked at long after they changed. */
function isListed({ after }: Turn, now: number): boolean {
  return now - Date.parse(after.changedAt) > LISTED_MS;
}

function createQueue(
  deps: WatchDeps,
  changed: (number: number) => Promise<void>,
  sender: NoticeSender,
  news: ReplicaNews,
): LookQueue {
  const { facts, lifecycle, logger, reconciler, now = Date.now } = deps;
  const queue = new LookQueue({
    look: async number => {
      const turn = await reconciler.look(number);
      if (!isNews(turn)) return;
      const { headSha, mergeSha } = turn.after;
      const shas = [headSha, ...(mergeSha ? [mergeSha] : [])];
      const sparesLists = isListed(turn, now());
      const touched = { numbers: [number], shas, sparesLists };
      facts.forgetTouched(touched);
      // Before people are told to look again: they may ask another replica.
      await news.tell(touched);
      await changed(number);
      await sender.sendDue(now());
    },
    failed: (number, error) =>
      logger.warn(
        `Change ${number} could not be looked at; it is tried again`,
        new ForwardedError('Looking failed', error),
      ),
  });
  lifecycle.addShutdownHook(() => queue.stop());
  return queue;
}

/**
 * Starts to look at changes: when GitHub says that something happened, and from time to time.
 *
 * @returns what the portal's own decisions call when they have changed something
 */
export async function startWatch(
  deps: WatchDeps,
): Promise<(number: number) => Promise<void>> {
  const { lifeStore: store, now = Date.now } = deps;
  const sender = new NoticeSender({ ...deps, store: deps.noticeStore });
  const changed = tellWatchers(deps);
  const news = new ReplicaNews(deps);
  await news.listen();
  const queue = createQueue(deps, changed, sender, news);
  const events = new GithubEvents({ ...deps, store, queue });
  await deps.events.subscribe({
    id: 'changes',
    topics: GITHUB_TOPICS,
    onEvent: event => events.onEvent(event),
  });
  const poll = new Poll({ ...deps, store, queue });
  await deps.scheduler.scheduleTask({
    ...deps.schedule,
    id: 'slipway-infra-prs:poll',
    // One replica asks for all.
    scope: 'global',
    fn: async signal => {
      await poll.run(signal);
      await sender.sendDue(now());
    },
  });
  return number => {
    queue.ask(number);
    return changed(number);
  };
}
