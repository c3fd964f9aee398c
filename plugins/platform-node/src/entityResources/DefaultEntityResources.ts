import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Environments } from '../environments/types';
import { resolveArgoApplications } from './resolveArgoApplications';
import { resolveEcsServices } from './resolveEcsServices';
import { resolveMetrics } from './resolveMetrics';
import { joinQueues } from './joinQueues';
import { isQueueEntity, resolveQueues } from './resolveQueues';
import { resolveTaggedQueues } from './tags/resolveTaggedQueues';
import { TaggedQueues } from './tags/TaggedQueues';
import {
  ArgoResource,
  CallerCredentials,
  EcsServiceResource,
  EntityResources,
  MetricsResource,
  QueueRelation,
  QueueResource,
  Resolved,
} from './types';

/** Relations that lead from an entity to the queues it works with. */
const QUEUE_RELATIONS: readonly QueueRelation[] = [
  'dependsOn',
  'ownerOf',
  'hasPart',
];
/** A group may own thousands of resources; one page cannot show them. */
const MAX_RELATED = 500;

/** {@link EntityResources} on the catalog service. @public */
export class DefaultEntityResources implements EntityResources {
  readonly #catalog: CatalogService;
  readonly #environments: Environments;
  readonly #taggedQueues: TaggedQueues | undefined;

  static create(options: {
    catalog: CatalogService;
    environments: Environments;
    /** Left out, annotations with tags find nothing. */
    taggedQueues?: TaggedQueues;
  }): DefaultEntityResources {
    return new DefaultEntityResources(options);
  }

  private constructor(options: {
    catalog: CatalogService;
    environments: Environments;
    taggedQueues?: TaggedQueues;
  }) {
    this.#catalog = options.catalog;
    this.#environments = options.environments;
    this.#taggedQueues = options.taggedQueues;
  }

  async getEntity(
    entityRef: string,
    credentials: CallerCredentials,
  ): Promise<Entity> {
    const ref = parseRef(entityRef);
    const entity = await this.#catalog.getEntityByRef(ref, { credentials });
    if (!entity) {
      throw new NotFoundError(`There is no entity ${entityRef}`);
    }
    return entity;
  }

  async queues(
    entity: Entity,
    credentials: CallerCredentials,
  ): Promise<Resolved<QueueResource>> {
    const [tagged, related] = await Promise.all([
      this.#tagged(entity),
      isQueueEntity(entity) ? [] : this.#related(entity, credentials),
    ]);
    return joinQueues([this.ownQueues(entity), tagged, ...related]);
  }

  ownQueues(entity: Entity): Resolved<QueueResource> {
    return resolveQueues(entity, 'annotation', this.#environments);
  }

  argoApplications(entity: Entity): Resolved<ArgoResource> {
    return resolveArgoApplications(entity, this.#environments);
  }

  ecsServices(entity: Entity): Resolved<EcsServiceResource> {
    return resolveEcsServices(entity, this.#environments);
  }

  metrics(entity: Entity): Resolved<MetricsResource> {
    return resolveMetrics(entity, this.#environments);
  }

  async #tagged(entity: Entity): Promise<Resolved<QueueResource>> {
    const taggedQueues = this.#taggedQueues;
    const environments = this.#environments;
    return taggedQueues
      ? resolveTaggedQueues(entity, { environments, taggedQueues })
      : { resources: [], problems: [] };
  }

  async #related(
    entity: Entity,
    credentials: CallerCredentials,
  ): Promise<Array<Resolved<QueueResource>>> {
    const refs = relatedResources(entity);
    if (refs.size === 0) {
      return [];
    }
    const wanted = [...refs].slice(0, MAX_RELATED);
    const { items } = await this.#catalog.getEntitiesByRefs(
      {
        entityRefs: wanted.map(([ref]) => ref),
        fields: ['kind', 'metadata', 'spec.type'],
      },
      { credentials },
    );
    return items.flatMap((item, index) =>
      item && isQueueEntity(item)
        ? [resolveQueues(item, wanted[index][1], this.#environments)]
        : [],
    );
  }
}

/** Resources that the entity is related to, each with the first relation that leads there. */
function relatedResources(entity: Entity): Map<string, QueueRelation> {
  const refs = new Map<string, QueueRelation>();
  for (const { type, targetRef } of entity.relations ?? []) {
    const relation = QUEUE_RELATIONS.find(name => name === type);
    if (relation && targetRef.startsWith('resource:') && !refs.has(targetRef)) {
      refs.set(targetRef, relation);
    }
  }
  return refs;
}

function parseRef(entityRef: string) {
  try {
    return parseEntityRef(entityRef);
  } catch (error) {
    throw new InputError(
      `'${entityRef.slice(
        0,
        120,
      )}' is not an entity ref; expected kind:namespace/name`,
      error,
    );
  }
}
