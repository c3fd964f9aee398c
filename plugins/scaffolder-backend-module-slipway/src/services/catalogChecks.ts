import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError, InputError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { ServiceRequest } from './RequestService';

/**
 * Refuses owners and systems that the person who asks cannot see in the catalog.
 *
 * @throws InputError naming the field.
 */
export async function requireEntities(
  { owner, system }: ServiceRequest,
  catalog: CatalogService,
  credentials: BackstageCredentials,
): Promise<void> {
  const { items } = await catalog.getEntitiesByRefs(
    { entityRefs: [owner, system], fields: ['kind', 'metadata.name'] },
    { credentials },
  );
  const [ownerEntity, systemEntity] = items;
  if (!ownerEntity || !['Group', 'User'].includes(ownerEntity.kind)) {
    throw new InputError(`owner '${owner}' is no group of the catalog`);
  }
  if (systemEntity?.kind !== 'System') {
    throw new InputError(`system '${system}' is no system of the catalog`);
  }
}

/**
 * Refuses names that the catalog has already, of the service and of its queues.
 *
 * @throws ConflictError naming the field.
 */
export async function requireFree(
  { name, queues, environments }: ServiceRequest,
  catalog: CatalogService,
  credentials: BackstageCredentials,
): Promise<void> {
  const queueNames = queues.flatMap(queue =>
    environments.map(environment => `${environment}-${queue}`),
  );
  const entityRefs = [
    `component:default/${name}`,
    ...queueNames.map(queue => `resource:default/${queue}`),
  ];
  const { items } = await catalog.getEntitiesByRefs(
    { entityRefs, fields: ['kind', 'metadata.name'] },
    { credentials },
  );
  if (items[0]) {
    throw new ConflictError(
      `name '${name}' is taken: the catalog has a component of that name; choose another name`,
    );
  }
  const queue = queueNames.find((_, index) => items[index + 1]);
  if (queue) {
    throw new ConflictError(
      `queue name: the queue '${queue}' exists already; choose another queue name`,
    );
  }
}
