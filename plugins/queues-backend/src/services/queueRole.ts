import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { QueueResource } from '@slipway/platform-node';
import { QueueState } from '@slipway/plugin-queues-common';
import { CatalogQueue } from './QueueCatalog';

/**
 * How an entity is related to a queue. A component consumes what its own annotations name, and what the queue itself says it is
 * a dependency of; what it only depends on it sends to, since the catalog has no relation of its own for that.
 */
export function queueRole(
  entity: Entity,
  queue: QueueResource,
  catalog: readonly CatalogQueue[],
): QueueState['role'] {
  const ref = stringifyEntityRef(entity);
  if (
    queue.foundBy === 'ownerOf' ||
    catalog.some(({ entityRef }) => entityRef === ref)
  ) {
    return 'owner';
  }
  const namesIt = queue.foundBy === 'annotation' || queue.foundBy === 'tags';
  if (
    (namesIt && entity.kind.toLowerCase() === 'component') ||
    catalog.some(({ consumers }) => consumers.includes(ref))
  ) {
    return 'consumer';
  }
  return queue.foundBy === 'dependsOn' ? 'producer' : 'related';
}
