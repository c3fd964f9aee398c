import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { CallerCredentials, EntityResources } from '@slipway/platform-node';
import { Topology } from '@slipway/plugin-queues-common';
import { QueueKey } from '../clients/QueueKey';
import { CatalogQueue, QueueCatalog } from '../services/QueueCatalog';
import { QueueSources } from '../services/queueSources';
import { drawTopology } from './drawTopology';
import { readDrawnQueues } from './readDrawnQueues';
import { readEntities } from './readEntities';
import { readTopics } from './readTopics';
import { DrawnQueue } from './TopologyFacts';
import { TopologyService } from './TopologyService';

/** A drawing of more cannot be read. */
const MAX_QUEUES = 40;
const MAX_PARTS = 100;

interface Deps {
  readonly catalog: CatalogService;
  readonly entityResources: EntityResources;
  readonly queueCatalog: QueueCatalog;
  readonly sources: QueueSources;
}

/** {@link TopologyService} over the catalog and the queues' own policies. */
export class DefaultTopologyService implements TopologyService {
  readonly #deps: Deps;

  static create(deps: Deps): DefaultTopologyService {
    return new DefaultTopologyService(deps);
  }

  private constructor(deps: Deps) {
    this.#deps = deps;
  }

  async getTopology(
    entityRef: string,
    { credentials }: { credentials: CallerCredentials },
  ): Promise<Topology> {
    const { catalog, entityResources, queueCatalog, sources } = this.#deps;
    const root = await entityResources.getEntity(entityRef, credentials);
    const components = await this.#componentsOf(root, credentials);
    const byArn = await queueCatalog.byArn();
    const keys = await this.#queuesOf(root, {
      components,
      byArn,
      credentials,
    });
    const queues = await readDrawnQueues(keys.slice(0, MAX_QUEUES), {
      byArn,
      sources,
    });
    const topics = await readTopics(queues, { catalog, credentials });
    const entities = await readEntities(
      neighbourRefs(queues, [...topics.values()]),
      { catalog, credentials },
    );
    for (const component of components) {
      entities.set(stringifyEntityRef(component), component);
    }
    const drawing = drawTopology({
      queues,
      entities,
      topics,
      consumes: this.#consumes(),
    });
    return { ...drawing, notes: [...leftOut(keys), ...drawing.notes] };
  }

  /** The component itself, or the components of a system. */
  async #componentsOf(
    root: Entity,
    credentials: CallerCredentials,
  ): Promise<Entity[]> {
    if (root.kind.toLowerCase() === 'component') {
      return [root];
    }
    const refs = (root.relations ?? [])
      .filter(
        ({ type, targetRef }) =>
          type === 'hasPart' && targetRef.startsWith('component:'),
      )
      .map(({ targetRef }) => targetRef)
      .slice(0, MAX_PARTS);
    const { catalog } = this.#deps;
    const entities = await readEntities(refs, { catalog, credentials });
    return [...entities.values()];
  }

  /** The queues of the entity, and those that the components of a system work with; none that the caller cannot see. */
  async #queuesOf(
    root: Entity,
    options: {
      components: readonly Entity[];
      byArn: ReadonlyMap<string, readonly CatalogQueue[]>;
      credentials: CallerCredentials;
    },
  ): Promise<QueueKey[]> {
    const { components, byArn, credentials } = options;
    const { catalog, entityResources } = this.#deps;
    const own = await entityResources.queues(root, credentials);
    const named = components.flatMap(
      component => entityResources.ownQueues(component).resources,
    );
    const refs = new Set(components.map(entity => stringifyEntityRef(entity)));
    const worked = [...byArn.values()]
      .flat()
      .filter(({ dependents }) => dependents.some(ref => refs.has(ref)));
    const visible = await readEntities(
      worked.map(({ entityRef }) => entityRef).slice(0, 2 * MAX_QUEUES),
      { catalog, credentials },
    );
    const keys = [
      ...own.resources,
      ...named,
      ...worked
        .filter(({ entityRef }) => visible.has(entityRef))
        .map(({ queue }) => queue),
    ];
    return [...new Map(keys.map(key => [key.arn, key])).values()];
  }

  #consumes(): (component: Entity, arn: string) => boolean {
    const { entityResources } = this.#deps;
    const named = new Map<Entity, Set<string>>();
    return (component, arn) => {
      const arns =
        named.get(component) ??
        new Set(
          entityResources
            .ownQueues(component)
            .resources.map(queue => queue.arn),
        );
      named.set(component, arns);
      return arns.has(arn);
    };
  }
}

function leftOut(keys: readonly QueueKey[]): string[] {
  return keys.length > MAX_QUEUES
    ? [`Only ${MAX_QUEUES} of ${keys.length} queues are drawn`]
    : [];
}

function neighbourRefs(
  queues: readonly DrawnQueue[],
  topics: readonly Entity[],
): string[] {
  const catalog = queues.flatMap(queue => [
    ...queue.catalog,
    ...(queue.dlq?.catalog ?? []),
  ]);
  const ofTopics = topics
    .flatMap(({ relations = [] }) => relations)
    .filter(({ type }) => type === 'dependencyOf')
    .map(({ targetRef }) => targetRef);
  return [
    ...catalog.flatMap(({ entityRef, dependents, consumers }) => [
      entityRef,
      ...dependents,
      ...consumers,
    ]),
    ...ofTopics,
  ];
}
