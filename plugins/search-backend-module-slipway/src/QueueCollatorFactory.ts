import { Readable } from 'node:stream';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import {
  DocumentCollatorFactory,
  IndexableDocument,
} from '@backstage/plugin-search-common';
import { EntityResources } from '@slipway/platform-node';
import { QUEUE_DOCUMENT_TYPE } from '@slipway/plugin-queues-common';
import { CatalogQueueEntities } from './CatalogQueueEntities';
import { toQueueDocuments } from './toQueueDocuments';

const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.description',
  'metadata.annotations',
  'spec.type',
  'relations',
];

/** Documents of all queues in the catalog. */
export class QueueCollatorFactory implements DocumentCollatorFactory {
  readonly type = QUEUE_DOCUMENT_TYPE;
  /** Documents say what the entity of the queue says, and whoever may see that may find them. */
  readonly visibilityPermission = catalogEntityReadPermission;
  readonly #entities: CatalogQueueEntities;
  readonly #entityResources: Pick<EntityResources, 'ownQueues'>;

  constructor(deps: {
    entities: CatalogQueueEntities;
    entityResources: Pick<EntityResources, 'ownQueues'>;
  }) {
    this.#entities = deps.entities;
    this.#entityResources = deps.entityResources;
  }

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#documents());
  }

  async *#documents(): AsyncGenerator<IndexableDocument> {
    // All at once, since a dead-letter queue says nothing of the queues that it belongs to.
    const entities = await this.#entities.read(FIELDS);
    yield* toQueueDocuments(entities, this.#entityResources);
  }
}
