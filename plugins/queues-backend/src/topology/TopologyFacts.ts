import { Entity } from '@backstage/catalog-model';
import { SourceResult } from '@slipway/platform-common';
import { QueueHistory } from '@slipway/plugin-queues-common';
import { QueueKey } from '../clients/QueueKey';
import { QueueAttributes } from '../clients/SqsClient';
import { CatalogQueue } from '../services/QueueCatalog';

/** A queue of the drawing, with what was read of it. */
export interface DrawnQueue {
  readonly key: QueueKey;
  readonly catalog: readonly CatalogQueue[];
  readonly attributes: SourceResult<QueueAttributes>;
  readonly history: SourceResult<QueueHistory>;
  readonly dlq?: {
    readonly key: QueueKey;
    readonly attributes: SourceResult<QueueAttributes>;
    readonly catalog: readonly CatalogQueue[];
  };
}

/** Everything that a drawing is made of. */
export interface TopologyFacts {
  readonly queues: readonly DrawnQueue[];
  /** Entities that the caller can see, by ref: components, queues, topics. */
  readonly entities: ReadonlyMap<string, Entity>;
  /** Topics in the catalog, by ARN. */
  readonly topics: ReadonlyMap<string, Entity>;
  /** Names of queues that a component takes messages from, as its annotations say. */
  consumes(component: Entity, arn: string): boolean;
}
