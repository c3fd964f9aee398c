import {
  AuthService,
  DatabaseService,
  LoggerService,
  RootConfigService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
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
import { CallerReader } from './services/CallerReader';
import { createChangeSources } from './services/ChangeSources';
import { DefaultChangeDecisions } from './services/DefaultChangeDecisions';
import { DefaultChangeService } from './services/DefaultChangeService';
import { AutoMergeDecisions } from './services/deciding/AutoMergeDecisions';
import { DecisionLog } from './services/deciding/DecisionLog';
import { DecisionRunner } from './services/deciding/DecisionRunner';
import { LifecycleDecisions } from './services/deciding/LifecycleDecisions';
import { ReviewDecisions } from './services/deciding/ReviewDecisions';
import { FactsReader } from './services/FactsReader';
import { HostRulesReader } from './services/HostRulesReader';
import { ListReader } from './services/ListReader';
import { PeopleDirectory } from './services/PeopleDirectory';
import { createSurroundingsReader } from './services/surroundings';
import { DatabaseRequestStore } from './store/DatabaseRequestStore';

/** The platform services the plugin works with. */
interface ChangesDeps {
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  database: DatabaseService;
  engine: FetchEngine;
  entities: EntityResources;
  environments: Environments;
  logger: LoggerService;
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

/** In the log of the backend, as long as requests have no timeline to be kept in. */
function logDecisions(logger: LoggerService): DecisionLog {
  return {
    async addEvent(number, { kind, text, at }) {
      logger.info(`Change ${number}: ${kind}`, { number, kind, text, at });
    },
  };
}

/** Puts the services of the plugin together for the one configured repository. */
export async function createChanges(deps: ChangesDeps) {
  const { auth, catalog, config, engine, entities } = deps;
  const repository = readInfrastructureRepository(config);
  const slug = `${repository.host}/${repository.owner}/${repository.repo}`;
  const settings = readInfraPrsConfig(config);
  const github = createGithubClients(config, repository, settings);
  const store = await DatabaseRequestStore.create(deps.database, slug);
  const rules = new HostRulesReader(engine, github.rules, slug);
  const surroundings = createSurroundingsReader({
    store,
    people: new PeopleDirectory(engine, catalog, auth),
    environments: deps.environments.list(),
    blockingSeverity: settings.blockingSeverity,
    rules,
  });
  const sources = createChangeSources(engine, github.reader, slug);
  const facts = new FactsReader(sources, github.reader);
  const callers = new CallerReader(deps);
  const lists = new ListReader(sources, surroundings);
  const shared = { facts, surroundings, callers };
  const changed = tellWatchers(deps);
  const { personFor } = github;
  const runner = new DecisionRunner({ ...shared, personFor, changed });
  return {
    changes: new DefaultChangeService({ ...shared, lists, rules, entities }),
    decisions: new DefaultChangeDecisions({
      runner,
      facts,
      callers,
      store,
      changed,
    }),
    reviews: new ReviewDecisions(runner),
    autoMerge: new AutoMergeDecisions(runner),
    lifecycle: new LifecycleDecisions(runner, logDecisions(deps.logger)),
  };
}
