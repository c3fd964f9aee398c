import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { CallerCredentials } from '@slipway/platform-node';

/** Those of the entities that the caller can see, by ref, in one request. */
export async function readEntities(
  refs: readonly string[],
  deps: { catalog: CatalogService; credentials: CallerCredentials },
): Promise<Map<string, Entity>> {
  const wanted = [...new Set(refs)];
  if (wanted.length === 0) {
    return new Map();
  }
  const { items } = await deps.catalog.getEntitiesByRefs(
    {
      entityRefs: wanted,
      fields: ['kind', 'metadata', 'spec.type', 'relations'],
    },
    { credentials: deps.credentials },
  );
  return new Map(
    items.flatMap(item =>
      item ? [[stringifyEntityRef(item), item] as const] : [],
    ),
  );
}
