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
import { createLife } from './createLife';
import { FiguresService } from './figures/FiguresService';
import { createFollow } from './follow/createFollow';
import { createListReader } from './createListReader';
import { CallerReader } from './services/CallerReader';
import { createChangeSources } from './services/ChangeSources';
import { DefaultChangeContents } from './services/DefaultChangeContents';
import { DefaultChangeDecisions } from './services/DefaultChangeDecisions';
import { DefaultChangeService } from './services/DefaultChangeService';
import { FactsReader } from './services/FactsReader';
import { createManifests } from './services/manifests/createManifests';
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
  const surroundings = createSurroundingsReader({
    store,
    people: new PeopleDirectory(engine, catalog, auth),
    environments,
    blockingSeverity: settings.blockingSeverity,
  });
  const sources = createChangeSources(engine, github.reader, slug);
  const facts = new FactsReader(sources, github.reader);
  const around = { sources, surroundings, slug };
  const lists = await createListReader({ ...deps, ...around });
  const manifests = createManifests({
    ...around,
    engine,
    environments,
    github,
  });
  const callers = new CallerReader(deps);
  const shared = { facts, surroundings, callers, lifeStore };
  const changed = tellWatchers(deps);
  const { aftermath, ...follow } = createFollow({
    ...{ ...deps, ...shared, ...around, environments, store, changed },
    github: github.follow,
    personFor: github.followPersonFor,
  });
  const { looks, life } = createLife({ ...shared, ...around, aftermath });
  return {
    ...follow,
    figures: new FiguresService({ ...deps, lifeStore }),
    manifests,
    changes: new DefaultChangeService({
      ...{ ...shared, lists, looks, entities: deps.entities },
      touchSurroundings: { repository, environments },
    }),
    contents: new DefaultChangeContents({ facts, sources, environments }),
    decisions: new DefaultChangeDecisions({
      ...shared,
      store,
      personFor: github.personFor,
      changed,
    }),
    life,
  };
}
