import { AuthService, PermissionsService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  CallerCredentials,
  EntityResources,
  FetchEngine,
  Source,
} from '@slipway/platform-node';
import { CatalogQueue, QueueCatalog } from './QueueCatalog';
import { readAgeObjectives } from './readAgeObjectives';
import { readQueueEntities } from './readQueueEntities';
import { toCatalogQueues } from './toCatalogQueues';
import { VisibleQueues } from './VisibleQueues';

const ALL = 'all';

interface Index {
  readonly queues: readonly CatalogQueue[];
  readonly byArn: ReadonlyMap<string, readonly CatalogQueue[]>;
}

interface Deps {
  readonly auth: AuthService;
  readonly catalog: CatalogService;
  readonly engine: FetchEngine;
  readonly entityResources: EntityResources;
  readonly permissions: PermissionsService;
}

/** {@link QueueCatalog} that reads the catalog once a minute at most, whatever the number of callers. */
export class DefaultQueueCatalog implements QueueCatalog {
  readonly #index: Source<string, Index>;
  readonly #visible: VisibleQueues;

  static create(deps: Deps): DefaultQueueCatalog {
    return new DefaultQueueCatalog(deps);
  }

  private constructor(deps: Deps) {
    this.#visible = new VisibleQueues(deps);
    this.#index = deps.engine.createSource({
      upstream: 'catalog',
      operation: 'ListQueues',
      key: key => key,
      target: key => key,
      describe: () => ({ upstream: 'catalog' }),
      ttl: { seconds: 60 },
      staleFor: { minutes: 10 },
      deadline: { seconds: 30 },
      patience: { seconds: 20 },
      keepFresh: false,
      load: async () => new Map([[ALL, await readIndex(deps)]]),
    });
  }

  async list(): Promise<readonly CatalogQueue[]> {
    return (await this.#read()).queues;
  }

  async ofQueue(arn: string): Promise<readonly CatalogQueue[]> {
    return (await this.byArn()).get(arn) ?? [];
  }

  async byArn(): Promise<ReadonlyMap<string, readonly CatalogQueue[]>> {
    return (await this.#read()).byArn;
  }

  async visibleTo(
    credentials: CallerCredentials,
  ): Promise<readonly CatalogQueue[]> {
    return this.#visible.of(await this.list(), credentials);
  }

  async #read(): Promise<Index> {
    const { data, message } = await this.#index.get(ALL);
    if (!data) {
      throw new ServiceUnavailableError(
        `The catalog's queues could not be read: ${message}`,
      );
    }
    return data;
  }
}

async function readIndex(deps: Deps): Promise<Index> {
  const credentials = await deps.auth.getOwnServiceCredentials();
  const [entities, objectives] = await Promise.all([
    readQueueEntities(deps.catalog, credentials),
    readAgeObjectives(deps, credentials),
  ]);
  const queues = entities
    .flatMap(entity => toCatalogQueues(entity, deps.entityResources))
    .map(queue => ({
      ...queue,
      ageObjectiveSeconds:
        queue.ageObjectiveSeconds ?? objectives.of(queue.queue.arn, queue),
    }));
  const byArn = new Map<string, CatalogQueue[]>();
  for (const queue of queues) {
    const others = byArn.get(queue.queue.arn);
    if (others) {
      others.push(queue);
    } else {
      byArn.set(queue.queue.arn, [queue]);
    }
  }
  return { queues, byArn };
}
