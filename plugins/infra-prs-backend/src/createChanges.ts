import {
  AuthService,
  DatabaseService,
  DiscoveryService,
  LoggerService,
  RootConfigService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import { readInfrastructureRepository } from '@slipway/platform-common';
import {
  EntityResources,
  Environments,
  FetchEngine,
} from '@slipway/platform-node';
import { INFRA_PRS_CHANNEL } from '@slipway/plugin-infra-prs-common';
import { createGithubClients } from './clients/createGithubClients';
import { readInfraPrsConfig } from './config';
import { createUnderstanding } from './createUnderstanding';
import { createLife } from './createLife';
import { createDecisions } from './createDecisions';
import { createFollow } from './follow/createFollow';
import { createListReader } from './createListReader';
import { AutoMergeGuard } from './services/AutoMergeGuard';
import { createReading } from './createReading';
import { CallerReader } from './services/CallerReader';
import { createChangeSources } from './services/ChangeSources';
import { DefaultChangeService } from './services/DefaultChangeService';
import { FactsReader } from './services/FactsReader';
import { HostRulesReader } from './services/HostRulesReader';
import { PeopleDirectory } from './services/PeopleDirectory';
import { createSurroundingsReader } from './services/surroundings';
import { openStores } from './store/openStores';

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
  logger: LoggerService;
  metrics: MetricsService;
  notifications: NotificationService;
  signals: SignalsService;
  userInfo: UserInfoService;
}

/** Pages poll anyway: a signal that is lost must not fail what was done. */
function tellWatchers({
  logger,
  signals,
}: Pick<ChangesDeps, 'logger' | 'signals'>) {
  return (number: number) =>
    signals
      .publish({
        recipients: { type: 'broadcast' },
        channel: INFRA_PRS_CHANNEL,
        message: { number },
      })
      .catch(error => logger.warn('A signal was not sent', error));
}

/** Reads that GitHub answered with 304 do not count against its rate limit. */
function countReads(metrics: MetricsService) {
  const counter = metrics.createCounter('slipway.github.reads', {
    description: 'Reads of GitHub, by whether it said that nothing had changed',
  });
  return (outcome: 'read' | 'unchanged') => counter.add(1, { outcome });
}

/** Puts the services of the plugin together for the one configured repository. */
export async function createChanges(deps: ChangesDeps) {
  const { auth, catalog, config, engine } = deps;
  const environments = deps.environments.list();
  const repository = readInfrastructureRepository(config);
  const slug = `${repository.host}/${repository.owner}/${repository.repo}`;
  const settings = readInfraPrsConfig(config);
  const told = countReads(deps.metrics);
  const clients = { ...settings, told };
  const github = createGithubClients(config, repository, clients);
  const { store, lifeStore } = await openStores(deps.database, slug);
  const rules = new HostRulesReader(engine, github.rules, slug);
  const surroundings = createSurroundingsReader({
    store,
    people: new PeopleDirectory(engine, catalog, auth),
    environments,
    blockingSeverity: settings.blockingSeverity,
    breakGlass: settings.breakGlass,
    rules,
  });
  const sources = createChangeSources(engine, github.reader, slug);
  const facts = new FactsReader(sources, github.reader);
  const around = { sources, surroundings, slug, facts, environments, github };
  const lists = await createListReader({ ...around, ...deps });
  const reading = createUnderstanding({ ...around, ...settings, engine });
  const callers = new CallerReader(deps);
  const { stopper } = github;
  const { logger } = deps;
  const guard = new AutoMergeGuard({ stopper, rules, log: lifeStore, logger });
  const shared = { ...reading.judging, facts, callers, lifeStore };
  const { follow, aftermath } = createFollow({
    ...{ ...around, ...deps, ...shared, environments },
    github: github.follow,
  });
  const onward = { aftermath, guard };
  const { looks, life } = createLife({ ...around, ...shared, ...onward });
  const decisions = createDecisions({
    ...shared,
    store,
    logger: deps.logger,
    notifications: deps.notifications,
    personFor: github.personFor,
    changed: tellWatchers(deps),
  });
  return {
    follow,
    ...reading.services,
    changes: new DefaultChangeService({
      ...{ ...shared, lists, looks, rules, entities: deps.entities },
      touchSurroundings: { repository, environments },
    }),
    ...createReading({ ...around, ...decisions, engine, rules }),
    ...decisions,
    life,
  };
}
