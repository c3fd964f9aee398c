import {
  AuthService,
  DatabaseService,
  DiscoveryService,
  LifecycleService,
  LoggerService,
  RootConfigService,
  SchedulerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { EventsService } from '@backstage/plugin-events-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import { readInfrastructureRepository } from '@slipway/platform-common';
import {
  EntityResources,
  Environments,
  FetchEngine,
} from '@slipway/platform-node';
import { createGithubClients } from './clients/createGithubClients';
import { readInfraPrsConfig } from './config';
import { createUnderstanding } from './createUnderstanding';
import { createLife } from './createLife';
import { FiguresService } from './figures/FiguresService';
import { createDecisions } from './createDecisions';
import { FollowDecisions } from './follow/FollowDecisions';
import { createFollow } from './follow/createFollow';
import { createListReader } from './createListReader';
import { AutoMergeGuard } from './services/AutoMergeGuard';
import { createReading, createTalkReads } from './createReading';
import { CallerReader } from './services/CallerReader';
import { createChangeSources } from './services/ChangeSources';
import { DefaultChangeService } from './services/DefaultChangeService';
import { FactsReader } from './services/FactsReader';
import { Owners } from './services/Owners';
import { RequestFinder } from './life/RequestFinder';
import { HostRulesReader } from './services/HostRulesReader';
import { PeopleDirectory } from './services/PeopleDirectory';
import { createSurroundingsReader } from './services/surroundings';
import { openStores } from './store/openStores';
import { startWatch } from './watch/startWatch';

/** The platform services the plugin works with. */
interface ChangesDeps {
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  database: DatabaseService;
  discovery: DiscoveryService;
  engine: FetchEngine;
  entities: EntityResources;
  environments: Environments;
  events: EventsService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  metrics: MetricsService;
  notifications: NotificationService;
  scheduler: SchedulerService;
  signals: SignalsService;
  userInfo: UserInfoService;
}

/** Reads that GitHub answered with 304 do not count against its rate limit. */
function countReads(metrics: MetricsService) {
  const counter = metrics.createCounter('slipway.github.reads', {
    description: 'Reads of GitHub, by whether it said that nothing had changed',
  });
  return (outcome: 'read' | 'unchanged') => counter.add(1, { outcome });
}

/** What all services of the one configured repository rest on. */
async function createBase(deps: ChangesDeps) {
  const { auth, catalog, config, engine } = deps;
  const environments = deps.environments.list();
  const repository = readInfrastructureRepository(config);
  const slug = `${repository.host}/${repository.owner}/${repository.repo}`;
  const settings = readInfraPrsConfig(config);
  const told = countReads(deps.metrics);
  const clients = { ...settings, told };
  const github = createGithubClients(config, repository, clients);
  const stores = await openStores(deps, slug);
  const rules = new HostRulesReader(engine, github.rules, slug);
  const surroundings = createSurroundingsReader({
    store: stores.store,
    people: new PeopleDirectory(engine, catalog, auth),
    environments,
    blockingSeverity: settings.blockingSeverity,
    breakGlass: settings.breakGlass,
    rules,
  });
  const sources = createChangeSources(engine, github.reader, slug);
  const reads = createTalkReads(
    engine,
    github,
    slug,
    settings.planCommentAuthors,
  );
  const facts = new FactsReader(sources, github.reader, reads);
  const callers = new CallerReader(deps);
  const known = { environments, repository, slug, settings, github, stores };
  const owners = new Owners(engine, catalog, auth);
  const shared = { surroundings, sources, facts, callers, slug, rules, owners };
  const { threads } = reads.talk;
  return { ...known, reads, shared: { ...shared, threads } };
}

/** Puts the services of the plugin together. */
export async function createChanges(deps: ChangesDeps) {
  const base = await createBase(deps);
  const { environments, repository, github, stores, reads } = base;
  const known = { ...deps, ...base.shared, ...stores, environments };
  const lists = await createListReader({ ...known, ...reads, ...deps });
  const understanding = { ...known, ...base.settings, github };
  const { judging, ...understood } = createUnderstanding(understanding);
  const shared = { ...known, ...judging };
  const toFollow = { ...shared, github: github.follow };
  const { follow, aftermath, reverts } = createFollow(toFollow);
  const guarded = { stopper: github.stopper, log: stores.lifeStore };
  const guard = new AutoMergeGuard({ ...shared, ...guarded });
  const life = createLife({ ...shared, ...reads, aftermath, guard });
  const changed = await startWatch({
    ...{ ...shared, repository, reconciler: life.reconciler },
    github: github.reader,
    schedule: base.settings.pollSchedule,
  });
  const { personFor, followPersonFor } = github;
  const decisions = createDecisions({ ...shared, personFor, changed });
  const acting = { ...shared, changed, runner: decisions.runner };
  return {
    follow,
    followDecisions: new FollowDecisions({
      ...{ ...acting, reverts },
      github: github.follow,
      personFor: followPersonFor,
    }),
    figures: new FiguresService(shared),
    finder: new RequestFinder(shared),
    ...understood.services,
    changes: new DefaultChangeService({
      ...{ ...shared, lists, looks: life.looks },
      touchSurroundings: { repository, environments },
    }),
    ...createReading({ ...acting, github, reads }),
    ...decisions,
    life: life.life,
  };
}
