import { Entity } from '@backstage/catalog-model';
import { CatalogQueue } from './QueueCatalog';

/** What the catalog says about the queues of a page, read once for all of them. */
export interface QueueContext {
  readonly entity: Entity;
  /** Entities of a queue (by ARN), whether or not the caller sees them; nothing is known when the catalog does not answer. */
  ofQueue(arn: string): readonly CatalogQueue[] | undefined;
  /** Refs of queue entities that the caller can see. */
  readonly visibleRefs: ReadonlySet<string>;
}
