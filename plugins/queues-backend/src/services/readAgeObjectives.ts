import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { annotations } from '@slipway/platform-common';
import { EntityResources } from '@slipway/platform-node';
import { parseAgeObjective } from '@slipway/plugin-queues-common';

/** How long messages may wait, as components say of the queues they take messages from. */
export interface AgeObjectives {
  /** Seconds; the strictest where several components say something. */
  of(
    arn: string,
    queue: { readonly consumers: readonly string[] },
  ): number | undefined;
}

/** Reads the components that declare an objective: by what they annotate, and by what queues say of them. */
export async function readAgeObjectives(
  deps: {
    catalog: CatalogService;
    entityResources: Pick<EntityResources, 'ownQueues'>;
  },
  credentials: BackstageCredentials,
): Promise<AgeObjectives> {
  const byRef = new Map<string, number>();
  const byArn = new Map<string, number>();
  const pages = deps.catalog.streamEntities(
    {
      filter: {
        kind: 'component',
        [`metadata.annotations.${annotations.queueAgeObjective}`]:
          CATALOG_FILTER_EXISTS,
      },
      fields: ['kind', 'metadata'],
    },
    { credentials },
  );
  for await (const page of pages) {
    for (const entity of page) {
      const seconds = parseAgeObjective(
        entity.metadata.annotations?.[annotations.queueAgeObjective],
      );
      if (seconds !== undefined) {
        byRef.set(stringifyEntityRef(entity), seconds);
        deps.entityResources
          .ownQueues(entity)
          .resources.forEach(({ arn }) =>
            byArn.set(arn, Math.min(seconds, byArn.get(arn) ?? seconds)),
          );
      }
    }
  }
  return {
    of: (arn, { consumers }) => {
      const declared = [
        byArn.get(arn),
        ...consumers.map(ref => byRef.get(ref)),
      ].filter(seconds => seconds !== undefined);
      return declared.length > 0 ? Math.min(...declared) : undefined;
    },
  };
}
