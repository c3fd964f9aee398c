import {
  SlipwayApiClient,
  SlipwayApiClientOptions,
  SlipwayRequest,
} from '@slipway/platform-react';
import {
  boardResponseSchema,
  HistoryRange,
  PeekCommand,
  peekResponseSchema,
  PurgeCommand,
  queueActionsSchema,
  queueHistoryResponseSchema,
  queuesCostSchema,
  queuesResponseSchema,
  RedriveCommand,
  redrivePreviewSchema,
  redriveSchema,
  redrivesResponseSchema,
  topologySchema,
} from '@slipway/plugin-queues-common';
import {
  QueueLocator,
  QueuesApi,
  QueueSnapshot,
  QueuesRequestOptions,
} from './QueuesApi';

/** What a request needs to know of its answer. */
interface Schema<T> {
  parse(json: unknown): T;
}

type Sent = Pick<SlipwayRequest, 'method' | 'query' | 'body' | 'signal'>;

/** {@link QueuesApi} over HTTP. @public */
export class QueuesClient extends SlipwayApiClient implements QueuesApi {
  constructor(options: SlipwayApiClientOptions) {
    super('slipway-queues', options);
  }

  getQueues(entityRef: string, options?: QueuesRequestOptions) {
    const path = this.entityPath(entityRef, 'queues');
    return this.#read(path, queuesResponseSchema, options);
  }

  getTopology(entityRef: string, options?: QueuesRequestOptions) {
    const path = this.entityPath(entityRef, 'topology');
    return this.#read(path, topologySchema, options);
  }

  getBoard(options?: QueuesRequestOptions) {
    return this.#read(['v1', 'queues'], boardResponseSchema, options);
  }

  getCost(options?: QueuesRequestOptions) {
    return this.#read(['v1', 'cost'], queuesCostSchema, options);
  }

  getHistory(
    queue: QueueLocator,
    range: HistoryRange,
    options?: QueuesRequestOptions,
  ) {
    const path = this.#queuePath(queue, 'history');
    const sent = { ...options, query: { range } };
    return this.#read(path, queueHistoryResponseSchema, sent);
  }

  getActions(queue: QueueLocator, options?: QueuesRequestOptions) {
    const path = this.#queuePath(queue, 'actions');
    return this.#read(path, queueActionsSchema, options);
  }

  peek(
    queue: QueueLocator,
    command: PeekCommand,
    options?: QueuesRequestOptions,
  ) {
    const path = this.#queuePath(queue, 'peek');
    return this.#post(path, peekResponseSchema, command, options);
  }

  async exportMessages(
    queue: QueueLocator,
    limit?: number,
    options?: QueuesRequestOptions,
  ): Promise<Blob> {
    const response = await this.send({
      method: 'POST',
      path: this.#queuePath(queue, 'export'),
      body: { limit },
      signal: options?.signal,
    });
    return response.blob();
  }

  previewRedrive(queue: QueueLocator, options?: QueuesRequestOptions) {
    const path = this.#queuePath(queue, 'redrive-preview');
    return this.#read(path, redrivePreviewSchema, options);
  }

  listRedrives(queue: QueueLocator, options?: QueuesRequestOptions) {
    const path = this.#queuePath(queue, 'redrives');
    return this.#read(path, redrivesResponseSchema, options);
  }

  startRedrive(queue: QueueLocator, command: RedriveCommand) {
    const path = this.#queuePath(queue, 'redrives');
    return this.#post(path, redriveSchema, command);
  }

  cancelRedrive(queue: QueueLocator, id: string) {
    const path = this.#queuePath(queue, 'redrives', id, 'cancel');
    return this.#post(path, redriveSchema, undefined);
  }

  async snapshot(
    queue: QueueLocator,
    options?: QueuesRequestOptions,
  ): Promise<QueueSnapshot> {
    const response = await this.send({
      method: 'POST',
      path: this.#queuePath(queue, 'snapshot'),
      signal: options?.signal,
    });
    const id = response.headers.get('slipway-snapshot');
    if (!id) {
      throw new Error(
        'The server sent a snapshot without its id (header slipway-snapshot); the queue cannot be purged with it',
      );
    }
    return { id, file: await response.blob() };
  }

  purge(queue: QueueLocator, command: PurgeCommand): Promise<void> {
    const nothing = { parse: () => undefined };
    return this.#post(this.#queuePath(queue, 'purge'), nothing, command);
  }

  #queuePath({ entityRef, environment, queue }: QueueLocator, ...to: string[]) {
    return this.entityPath(entityRef, 'queues', environment, queue, ...to);
  }

  #read<T>(path: string[], schema: Schema<T>, sent?: Sent): Promise<T> {
    return this.request({
      ...sent,
      path,
      read: (json: unknown) => schema.parse(json),
    });
  }

  #post<T>(
    path: string[],
    schema: Schema<T>,
    body: unknown,
    options?: QueuesRequestOptions,
  ): Promise<T> {
    return this.#read(path, schema, { ...options, method: 'POST', body });
  }
}
