import { Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useSlipwayQuery } from '@slipway/platform-react';

/** Entities of the catalog with what a list of them needs: names, titles, owner, annotations. */
export function useEntities(filter: Record<string, string>): {
  /** Undefined until they are known. */
  readonly entities?: readonly Entity[];
  readonly error?: Error;
} {
  const catalog = useApi(catalogApiRef);
  const { data, error } = useSlipwayQuery({
    name: 'slipway.entities',
    subject: 'catalog',
    parameters: filter,
    refetchInterval: false,
    queryFn: async () => {
      const { items } = await catalog.getEntities({
        filter,
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.title',
          'spec.owner',
          'spec.profile.displayName',
          'relations',
        ],
      });
      return items;
    },
  });
  return { entities: data, error: error ?? undefined };
}
