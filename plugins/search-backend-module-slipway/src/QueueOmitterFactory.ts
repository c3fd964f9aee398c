import { Transform } from 'node:stream';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { DecoratorBase } from '@backstage/plugin-search-backend-node';
import {
  DocumentDecoratorFactory,
  IndexableDocument,
} from '@backstage/plugin-search-common';
import { CatalogQueueEntities } from './CatalogQueueEntities';

class QueueOmitter extends DecoratorBase {
  readonly #entities: CatalogQueueEntities;
  #refs: ReadonlySet<string> = new Set();

  constructor(entities: CatalogQueueEntities) {
    super();
    this.#entities = entities;
  }

  async initialize(): Promise<void> {
    const entities = await this.#entities.read([
      'kind',
      'metadata.name',
      'metadata.namespace',
    ]);
    this.#refs = new Set(entities.map(entity => stringifyEntityRef(entity)));
  }

  async decorate(
    document: IndexableDocument,
  ): Promise<IndexableDocument | undefined> {
    const ref = document.authorization?.resourceRef;
    return ref !== undefined && this.#refs.has(ref) ? undefined : document;
  }

  async finalize(): Promise<void> {}
}

/** Takes queues out of the catalog's own results, so that nobody finds each twice. */
export class QueueOmitterFactory implements DocumentDecoratorFactory {
  readonly types = ['software-catalog'];
  readonly #entities: CatalogQueueEntities;

  constructor(entities: CatalogQueueEntities) {
    this.#entities = entities;
  }

  async getDecorator(): Promise<Transform> {
    return new QueueOmitter(this.#entities);
  }
}
