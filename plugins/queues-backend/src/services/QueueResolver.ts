import { Entity } from '@backstage/catalog-model';
import { CallerCredentials } from '@slipway/platform-node';
import { QueueKey } from '../clients/QueueKey';
import { CatalogQueue } from './QueueCatalog';

/** A queue as a route names it: by an entity that has it, never by ARN or URL. */
export interface QueuePath {
  readonly entityRef: string;
  /** Name of the environment. */
  readonly environment: string;
  /** Name of a queue of the entity, or of a dead-letter queue that one of those names in its redrive policy. */
  readonly queue: string;
}

/** A queue that the entity does have. */
export interface ResolvedQueue {
  readonly key: QueueKey;
  /** The entity of the path, as the caller sees it. */
  readonly entity: Entity;
  /**
   * The queue's own catalog entities, or else those of the queues that send their dead letters to it; whether or not the caller
   * can see them.
   */
  readonly catalog: readonly CatalogQueue[];
  /** Takes the dead letters of other queues. */
  readonly isDeadLetterQueue: boolean;
  /** Queues of the entity that name it in their redrive policy. */
  readonly sources: readonly QueueKey[];
}

/** From what a route names to the queue it means. */
export interface QueueResolver {
  /**
   * @throws NotFoundError when there is no such environment, or the caller cannot see the entity; NotAllowedError when the
   * entity has no such queue; ServiceUnavailableError when that cannot be told, since AWS or the catalog does not answer.
   */
  resolve(
    path: QueuePath,
    options: { credentials: CallerCredentials },
  ): Promise<ResolvedQueue>;
}
