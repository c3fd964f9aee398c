import { createApiRef } from '@backstage/core-plugin-api';
import { QueuesResponse } from '@slipway/plugin-queues-common';

/** The queues backend, as the browser sees it. @public */
export interface QueuesApi {
  getQueues(
    entityRef: string,
    options?: { signal?: AbortSignal },
  ): Promise<QueuesResponse>;
}

/** @public */
export const queuesApiRef = createApiRef<QueuesApi>({
  id: 'plugin.slipway-queues.client',
});
