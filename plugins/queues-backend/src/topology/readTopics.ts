import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { annotations } from '@slipway/platform-common';
import { CallerCredentials } from '@slipway/platform-node';
import { policySenders } from './policySenders';
import { DrawnQueue } from './TopologyFacts';

const ANNOTATION = `metadata.annotations.${annotations.awsArn}`;

/** Catalog entities of the topics that send to these queues, by ARN, as far as the caller can see them. */
export async function readTopics(
  queues: readonly DrawnQueue[],
  deps: { catalog: CatalogService; credentials: CallerCredentials },
): Promise<ReadonlyMap<string, Entity>> {
  const arns = queues
    .flatMap(({ attributes }) => policySenders(attributes.data?.policy))
    .filter(({ kind }) => kind === 'topic')
    .map(({ arn }) => arn);
  if (arns.length === 0) {
    return new Map();
  }
  const { items } = await deps.catalog.getEntities(
    {
      filter: { kind: 'resource', [ANNOTATION]: [...new Set(arns)] },
      fields: ['kind', 'metadata', 'relations'],
    },
    { credentials: deps.credentials },
  );
  return new Map(
    items.flatMap(item => {
      const arn = item.metadata.annotations?.[annotations.awsArn];
      return arn ? [[arn, item] as const] : [];
    }),
  );
}
