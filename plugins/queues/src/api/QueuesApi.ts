import { createApiRef } from '@backstage/core-plugin-api';
import {
  BoardResponse,
  HistoryRange,
  PeekCommand,
  PeekResponse,
  PurgeCommand,
  QueueActions,
  QueueHistoryResponse,
  QueuesCost,
  QueuesResponse,
  Redrive,
  RedriveCommand,
  RedrivePreview,
  RedrivesResponse,
  Topology,
} from '@slipway/plugin-queues-common';

/** A queue as the browser names it: by its entity, never by ARN or URL. @public */
export interface QueueLocator {
  readonly entityRef: string;
  readonly environment: string;
  /** Name of a queue of the entity, or of a dead-letter queue of one. */
  readonly queue: string;
}

/** @public */
export interface QueuesRequestOptions {
  readonly signal?: AbortSignal;
}

/** All messages of a dead-letter queue as a file, and the id that lets them be purged. @public */
export interface QueueSnapshot {
  readonly id: string;
  /** NDJSON, masked. */
  readonly file: Blob;
}

/** The queues backend, as the browser sees it. Failures are `ResponseError`. @public */
export interface QueuesApi {
  getQueues(
    entityRef: string,
    options?: QueuesRequestOptions,
  ): Promise<QueuesResponse>;
  getTopology(
    entityRef: string,
    options?: QueuesRequestOptions,
  ): Promise<Topology>;
  getBoard(options?: QueuesRequestOptions): Promise<BoardResponse>;
  getCost(options?: QueuesRequestOptions): Promise<QueuesCost>;
  getHistory(
    queue: QueueLocator,
    range: HistoryRange,
    options?: QueuesRequestOptions,
  ): Promise<QueueHistoryResponse>;
  getActions(
    queue: QueueLocator,
    options?: QueuesRequestOptions,
  ): Promise<QueueActions>;
  peek(
    queue: QueueLocator,
    command: PeekCommand,
    options?: QueuesRequestOptions,
  ): Promise<PeekResponse>;
  /** NDJSON of masked messages; all that the server gives when `limit` is left out. */
  exportMessages(
    queue: QueueLocator,
    limit?: number,
    options?: QueuesRequestOptions,
  ): Promise<Blob>;
  previewRedrive(
    queue: QueueLocator,
    options?: QueuesRequestOptions,
  ): Promise<RedrivePreview>;
  listRedrives(
    queue: QueueLocator,
    options?: QueuesRequestOptions,
  ): Promise<RedrivesResponse>;
  startRedrive(queue: QueueLocator, command: RedriveCommand): Promise<Redrive>;
  cancelRedrive(queue: QueueLocator, id: string): Promise<Redrive>;
  snapshot(
    queue: QueueLocator,
    options?: QueuesRequestOptions,
  ): Promise<QueueSnapshot>;
  purge(queue: QueueLocator, command: PurgeCommand): Promise<void>;
}

/** @public */
export const queuesApiRef = createApiRef<QueuesApi>({
  id: 'plugin.slipway-queues.client',
});
