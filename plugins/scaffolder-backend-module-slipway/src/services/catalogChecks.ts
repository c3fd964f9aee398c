import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError, InputError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { QueueSpec, queueNameIn } from '@slipway/platform-common';

interface CatalogAccess {
  readonly catalog: CatalogService;
  /** Of the person who asks. */
  readonly credentials: BackstageCredentials;
}

/**
 * Refuses owners and systems that the person who asks cannot see in the catalog.
 *
 * @throws InputError naming the field.
 */
export async function requireEntities(
  { owner, system }: { readonly owner: string; readonly system: string },
  { catalog, credentials }: CatalogAccess,
): Promise<void> {
  const { items } = await catalog.getEntitiesByRefs(
    { entityRefs: [owner, system], fields: ['kind', 'metadata.name'] },
    { credentials },
  );
  const [ownerEntity, systemEntity] = items;
  if (ownerEntity?.kind !== 'Group') {
    throw new InputError(`owner '${owner}' is no group of the catalog`);
  }
  if (systemEntity?.kind !== 'System') {
    throw new InputError(`system '${system}' is no system of the catalog`);
  }
}

/**
 * Refuses the name of a component that the catalog has already.
 *
 * @throws ConflictError naming the field.
 */
export async function requireFreeName(
  name: string,
  { catalog, credentials }: CatalogAccess,
): Promise<void> {
  const { items } = await catalog.getEntitiesByRefs(
    { entityRefs: [`component:default/${name}`], fields: ['metadata.name'] },
    { credentials },
  );
  if (items[0]) {
    throw new ConflictError(
      `name '${name}' is taken: the catalog has a component of that name; choose another name`,
    );
  }
}

/**
 * Refuses names of queues that the catalog has already.
 *
 * @throws ConflictError naming the queue by `field(index)`.
 */
export async function requireFreeQueues(
  queues: readonly QueueSpec[],
  environments: readonly string[],
  field: (index: number) => string,
  { catalog, credentials }: CatalogAccess,
): Promise<void> {
  const names = queues.flatMap((queue, index) =>
    environments.map(environment => ({
      index,
      name: queueNameIn(environment, queue),
    })),
  );
  if (names.length === 0) return;
  const { items } = await catalog.getEntitiesByRefs(
    {
      entityRefs: names.map(({ name }) => `resource:default/${name}`),
      fields: ['metadata.name'],
    },
    { credentials },
  );
  const taken = names.find((_, position) => items[position]);
  if (taken) {
    throw new ConflictError(
      `${field(taken.index)}: the queue '${
        taken.name
      }' exists already; choose another name`,
    );
  }
}

/**
 * Refuses to send to queues that the catalog does not have.
 *
 * @throws InputError naming the field.
 */
export async function requireQueues(
  spec: {
    readonly sendsTo: readonly string[];
    readonly environments: readonly string[];
  },
  { catalog, credentials }: CatalogAccess,
): Promise<void> {
  const wanted = spec.sendsTo.flatMap((queue, index) =>
    spec.environments.map(environment => ({
      index,
      name: `${environment}-${queue}`,
    })),
  );
  if (wanted.length === 0) return;
  const { items } = await catalog.getEntitiesByRefs(
    {
      entityRefs: wanted.map(({ name }) => `resource:default/${name}`),
      fields: ['metadata.name'],
    },
    { credentials },
  );
  const missing = wanted.find((_, position) => !items[position]);
  if (missing) {
    throw new InputError(
      `sendsTo[${missing.index}]: the catalog has no queue '${missing.name}'; choose a queue that is in every chosen environment`,
    );
  }
}
