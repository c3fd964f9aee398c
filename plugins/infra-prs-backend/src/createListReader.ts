import { DatabaseService, LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { Environments } from '@slipway/platform-node';
import { ChangeSources } from './services/ChangeSources';
import { ListReader } from './services/ListReader';
import { OpenRows } from './services/OpenRows';
import { Owners } from './services/Owners';
import { PlanCommentReader } from './services/PlanCommentReader';
import { SettledListRows } from './services/SettledListRows';
import { SettledRows } from './services/SettledRows';
import { SurroundingsReader } from './services/surroundings';
import { DatabaseSettledRowStore } from './store/DatabaseSettledRowStore';

/** Puts together what lists are read with; the database has to be migrated. */
export async function createListReader(deps: {
  database: DatabaseService;
  environments: Environments;
  logger: LoggerService;
  owners: Owners;
  planComments: PlanCommentReader;
  sources: ChangeSources;
  surroundings: SurroundingsReader;
  /** `host/owner/repo` */
  slug: string;
}): Promise<ListReader> {
  const { sources, surroundings, logger, planComments } = deps;
  const rows = await SettledRows.create({
    sources,
    planComments,
    environments: deps.environments.list(),
    store: new DatabaseSettledRowStore(
      await deps.database.getClient(),
      deps.slug,
    ),
    failed: error =>
      logger.warn('A row of a change was not kept', toError(error)),
  });
  return new ListReader({
    sources,
    open: new OpenRows(sources, surroundings, planComments),
    settled: new SettledListRows(rows, surroundings),
    owners: deps.owners,
  });
}
