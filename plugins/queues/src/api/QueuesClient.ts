import {
  SlipwayApiClient,
  SlipwayApiClientOptions,
} from '@slipway/platform-react';
import {
  QueuesResponse,
  queuesResponseSchema,
} from '@slipway/plugin-queues-common';
import { QueuesApi } from './QueuesApi';

/** {@link QueuesApi} over HTTP. @public */
export class QueuesClient extends SlipwayApiClient implements QueuesApi {
  constructor(options: SlipwayApiClientOptions) {
    super('slipway-queues', options);
  }

  async getQueues(
    entityRef: string,
    options?: { signal?: AbortSignal },
  ): Promise<QueuesResponse> {
    return this.request({
      path: this.entityPath(entityRef, 'queues'),
      signal: options?.signal,
      read: json => queuesResponseSchema.parse(json),
    });
  }
}
