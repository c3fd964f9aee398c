import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { annotations, SQS_QUEUE_TYPE } from '@slipway/platform-common';
import { CATALOG_QUEUE_FIELDS } from './toCatalogQueues';

const PAGE_SIZE = 1_000;

const FILTER = [
  { kind: 'resource', 'spec.type': SQS_QUEUE_TYPE },
  {
    kind: 'resource',
    [`metadata.annotations.${annotations.awsResourceType}`]: 'AWS::SQS::Queue',
  },
];

/** All queue Resources that these credentials may see. */
export async function readQueueEntities(
  catalog: CatalogService,
  credentials: BackstageCredentials,
  fields: string[] = CATALOG_QUEUE_FIELDS,
): Promise<Entity[]> {
  const entities: Entity[] = [];
  const pages = catalog.streamEntities(
    { filter: FILTER, fields, pageSize: PAGE_SIZE },
    { credentials },
  );
  for await (const page of pages) {
    entities.push(...page);
  }
  return entities;
}
