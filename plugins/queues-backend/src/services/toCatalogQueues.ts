import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { annotations } from '@slipway/platform-common';
import { EntityResources } from '@slipway/platform-node';
import { parseAgeObjective } from '@slipway/plugin-queues-common';
import { z } from 'zod';
import { CatalogQueue } from './QueueCatalog';

/** What has to be read of an entity for {@link toCatalogQueues}. */
export const CATALOG_QUEUE_FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.annotations',
  'spec.type',
  'spec.dependencyOf',
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
    queue: { arn: queue.arn, name: queue.name, environment: queue.environment },
    owner: targets('ownedBy')[0],
    system: targets('partOf').find(ref => ref.startsWith('system:')),
    consumers: consumersOf(entity),
    dependents: targets('dependencyOf'),
    redrive: own[annotations.queueRedrive],
    ageObjectiveSeconds: parseAgeObjective(own[annotations.queueAgeObjective]),
  }));
}

/** Relations do not do: they also hold what depends on the queue because it sends to it. */
function consumersOf({ metadata, spec }: Entity): string[] {
  const refs = z.array(z.string()).catch([]).parse(spec?.dependencyOf);
  return refs.flatMap(text => {
    try {
      const ref = parseEntityRef(text, {
        defaultKind: 'component',
        defaultNamespace: metadata.namespace,
      });
      return stringifyEntityRef(ref);
    } catch {
      return [];
    }
  });
}
