import {
  AuthService,
  LifecycleService,
  LoggerService,
  PermissionsService,
  SchedulerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import {
  AwsClients,
  EntityResources,
  Environments,
  FetchEngine,
} from '@slipway/platform-node';
import { Knex } from 'knex';
import { BoardRows } from './board/BoardRows';
import { DefaultBoardService } from './board/DefaultBoardService';
import { FleetReader } from './board/FleetReader';
import { QueuesConfig } from './config';
import { startMetricsBudget } from './cost/startMetricsBudget';
import { DefaultHistoryService } from './services/DefaultHistoryService';
import { DefaultQueueCatalog } from './services/DefaultQueueCatalog';
import { DefaultQueueResolver } from './services/DefaultQueueResolver';
import { DefaultQueuesService } from './services/DefaultQueuesService';
import { createQueueSources } from './services/queueSources';
import { DeadLetterLinks } from './sources/DeadLetterLinks';
import { SignalledQueueChanges } from './sources/SignalledQueueChanges';
import { watchChanges } from './sources/watchChanges';
import { DefaultTopologyService } from './topology/DefaultTopologyService';

interface ReadSideDeps {
  readonly auth: AuthService;
  readonly awsClients: AwsClients;
  readonly catalog: CatalogService;
  readonly config: QueuesConfig;
  /** Of the plugin, with its migrations run. */
  readonly db: Knex;
  readonly engine: FetchEngine;
  readonly entityResources: EntityResources;
  readonly environments: Environments;
  readonly lifecycle: LifecycleService;
  readonly logger: LoggerService;
  readonly metrics: MetricsService;
  readonly permissions: PermissionsService;
  readonly scheduler: SchedulerService;
  readonly signals: SignalsService;
  readonly userInfo: UserInfoService;
}

/** The services that answer questions, made once and shared with those that act and watch. @internal */
export async function createReadSide(options: ReadSideDeps) {
  const budget = await startMetricsBudget(options);
  const sources = createQueueSources({ ...options, budget });
  const links = new DeadLetterLinks();
  const changes = new SignalledQueueChanges(options);
  options.lifecycle.addShutdownHook(() => changes.stop());
  watchChanges([sources.attributes, sources.fleet], {
    changes,
    sourcesOf: arn => links.sourcesOf(arn),
  });
  const queueCatalog = DefaultQueueCatalog.create(options);
  const deps = { ...options, budget, sources, links, queueCatalog };
  const resolver = DefaultQueueResolver.create(deps);
  return {
    budget,
    changes,
    queueCatalog,
    resolver,
    sources,
    board: DefaultBoardService.create({
      ...deps,
      reader: new FleetReader(deps),
      rows: new BoardRows(deps),
    }),
    histories: DefaultHistoryService.create({ resolver, sources }),
    queues: DefaultQueuesService.create(deps),
    topology: DefaultTopologyService.create(deps),
  };
}
