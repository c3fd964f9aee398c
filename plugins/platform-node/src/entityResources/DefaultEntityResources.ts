import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Environments } from '../environments/types';
import { resolveArgoApplications } from './resolveArgoApplications';
import { resolveEcsServices } from './resolveEcsServices';
import { resolveMetrics } from './resolveMetrics';
import { isQueueEntity, resolveQueues } from './resolveQueues';
import {
  ArgoResource,
  CallerCredentials,
  EcsServiceResource,
  EntityResources,
  MetricsResource,
  QueueResource,
  Resolved,
} from './types';

/** Relations that lead from an entity to the queues it works with. */
const QUEUE_RELATIONS = ['dependsOn', 'ownerOf', 'hasPart'];
/** A group may own thousands of resources; one page cannot show them. */
const MAX_RELATED = 200;

/** {@link EntityResources} on the catalog service. @public */
export class DefaultEntityResources implements EntityResources {
  readonly #catalog: CatalogService;
  readonly #environments: Environments;

  static create(options: {
    catalog: CatalogService;
    environments: Environments;
  }): DefaultEntityResources {
    return new DefaultEntityResources(options);
  }

  private constructor(options: {
    catalog: CatalogService;
    environments: Environments;
  }) {
    this.#catalog = options.catalog;
    this.#environments = options.environments;
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
    const related = isQueueEntity(entity)
      ? []
      : await this.#relatedResources(entity, credentials);
    return resolveQueues(
      [entity, ...related.filter(isQueueEntity)],
      this.#environments,
    );
  }

  ownQueues(entity: Entity): Resolved<QueueResource> {
    return resolveQueues([entity], this.#environments);
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

  async #relatedResources(
    entity: Entity,
    credentials: CallerCredentials,
  ): Promise<Entity[]> {
    const refs = (entity.relations ?? [])
      .filter(relation => QUEUE_RELATIONS.includes(relation.type))
      .map(relation => relation.targetRef)
      .filter(ref => ref.startsWith('resource:'));
    if (refs.length === 0) {
      return [];
    }
    const { items } = await this.#catalog.getEntitiesByRefs(
      {
        entityRefs: [...new Set(refs)].slice(0, MAX_RELATED),
        fields: ['kind', 'metadata', 'spec.type'],
      },
      { credentials },
    );
    return items.flatMap(item => item ?? []);
  }
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
