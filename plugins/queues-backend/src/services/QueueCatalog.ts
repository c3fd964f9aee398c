import { CallerCredentials } from '@slipway/platform-node';
import { QueueKey } from '../clients/QueueKey';

/** The catalog entity of a queue. */
export interface CatalogQueue {
  readonly entityRef: string;
  readonly queue: QueueKey;
  /** Entity ref. */
  readonly owner?: string;
  /** Entity ref. */
  readonly system?: string;
  /** Refs of the components that take messages from the queue, as the queue itself says (`spec.dependencyOf`). */
  readonly consumers: readonly string[];
  /** Refs of all entities that depend on the queue, to send to it or to take from it. */
  readonly dependents: readonly string[];
  /** Value of the annotation `slipway.io/queue-redrive`. */
  readonly redrive?: string;
  /** How long a message may wait, as the queue says or else a component that takes its messages. */
  readonly ageObjectiveSeconds?: number;
}

/**
 * All queues in the catalog, whoever may see them: for joining and for asking permissions. What a caller is shown has to be
 * narrowed with {@link QueueCatalog.visibleTo}.
 */
export interface QueueCatalog {
  /** @throws ServiceUnavailableError when the catalog cannot be read. */
  list(): Promise<readonly CatalogQueue[]>;
  /**
   * Entities that stand for the queue; several when somebody registered it twice.
   * @throws ServiceUnavailableError when the catalog cannot be read, so that nothing is allowed for want of an answer.
   */
  ofQueue(arn: string): Promise<readonly CatalogQueue[]>;
  /** @throws ServiceUnavailableError when the catalog cannot be read. */
  byArn(): Promise<ReadonlyMap<string, readonly CatalogQueue[]>>;
  /**
   * Of all queues those that the caller may see in the catalog and whose numbers they may read.
   * @throws ServiceUnavailableError when the catalog cannot be read.
   */
  visibleTo(credentials: CallerCredentials): Promise<readonly CatalogQueue[]>;
}
