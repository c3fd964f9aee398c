import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ServiceUnavailableError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { CallerCredentials } from '@slipway/platform-node';
import { QueueCatalog } from './QueueCatalog';
import { QueueContext } from './QueueContext';

/** Reads what the catalog says about queues. Without an answer the queues are shown all the same. */
export async function readQueueContext(
  entity: Entity,
  arns: readonly string[],
  deps: {
    catalog: CatalogService;
    credentials: CallerCredentials;
    queueCatalog: QueueCatalog;
  },
): Promise<QueueContext> {
  try {
    const byArn = await deps.queueCatalog.byArn();
    const refs = arns
      .flatMap(arn => byArn.get(arn) ?? [])
      .map(({ entityRef }) => entityRef);
    return {
      entity,
      ofQueue: arn => byArn.get(arn) ?? [],
      visibleRefs: await visibleRefs(refs, deps),
    };
  } catch (error) {
    if (error instanceof ServiceUnavailableError) {
      return { entity, ofQueue: () => undefined, visibleRefs: new Set() };
    }
    throw error;
  }
}

async function visibleRefs(
  refs: readonly string[],
  deps: { catalog: CatalogService; credentials: CallerCredentials },
): Promise<ReadonlySet<string>> {
  if (refs.length === 0) {
    return new Set();
  }
  const { items } = await deps.catalog.getEntitiesByRefs(
    {
      entityRefs: [...new Set(refs)],
      fields: ['kind', 'metadata.name', 'metadata.namespace'],
    },
    { credentials: deps.credentials },
  );
  return new Set(items.flatMap(item => (item ? stringifyEntityRef(item) : [])));
}
