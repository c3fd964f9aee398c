import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { annotations } from '@slipway/platform-common';
import { EntityResources } from '@slipway/platform-node';
import { CatalogQueue } from './QueueCatalog';

/** What has to be read of an entity for {@link toCatalogQueues}. */
export const CATALOG_QUEUE_FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.annotations',
  'spec.type',
  'relations',
];

/** The queues that a queue Resource stands for; none when its annotations name none that can be used. */
export function toCatalogQueues(
  entity: Entity,
  entityResources: Pick<EntityResources, 'ownQueues'>,
): CatalogQueue[] {
  const entityRef = stringifyEntityRef(entity);
  const targets = (type: string) =>
    (entity.relations ?? [])
      .filter(relation => relation.type === type)
      .map(({ targetRef }) => targetRef);
  const own = entity.metadata.annotations ?? {};
  return entityResources.ownQueues(entity).resources.map(queue => ({
    entityRef,
    queue,
    owner: targets('ownedBy')[0],
    system: targets('partOf').find(ref => ref.startsWith('system:')),
    dependencyOf: targets('dependencyOf'),
    redrive: own[annotations.queueRedrive],
    ageObjective: own[annotations.queueAgeObjective],
  }));
}
