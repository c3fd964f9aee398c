import { AuthService } from '@backstage/backend-plugin-api';
import {
  parseEntityRef,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { FetchEngine, Source } from '@slipway/platform-node';

function isFullRef(text: string): boolean {
  try {
    return stringifyEntityRef(parseEntityRef(text)) === text.toLowerCase();
  } catch {
    return false;
  }
}

/** Who owns what changes are about, as the catalog says. */
export class Owners {
  readonly #source: Source<string, string>;

  constructor(engine: FetchEngine, catalog: CatalogService, auth: AuthService) {
    this.#source = engine.createSource({
      upstream: 'catalog',
      operation: 'ListOwners',
      key: entityRef => entityRef,
      target: () => 'catalog',
      describe: entityRef => ({ upstream: 'catalog', target: entityRef }),
      ttl: { minutes: 2 },
      keepFresh: false,
      staleFor: { minutes: 10 },
      deadline: { seconds: 10 },
      maxBatch: 200,
      load: async refs => {
        const credentials = await auth.getOwnServiceCredentials();
        const { items } = await catalog.getEntitiesByRefs(
          { entityRefs: [...refs], fields: ['relations'] },
          { credentials },
        );
        return new Map(
          refs.flatMap((ref, index) => {
            const owner = items[index]?.relations?.find(
              ({ type }) => type === RELATION_OWNED_BY,
            );
            return owner ? [[ref, owner.targetRef] as const] : [];
          }),
        );
      },
    });
  }

  /** By entity ref; what the catalog does not know is left out. */
  async find(
    entityRefs: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    // One that is none would fail them all.
    const refs = [...new Set(entityRefs)].filter(isFullRef);
    const results = await this.#source.getMany(refs);
    return new Map(
      refs.flatMap((ref, index) => {
        const { data } = results[index];
        return data ? [[ref, data] as const] : [];
      }),
    );
  }
}
