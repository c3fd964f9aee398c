import { CallerCredentials } from '@slipway/platform-node';
import { QueuesResponse } from '@slipway/plugin-queues-common';

/** The queues of entities. */
export interface QueuesService {
  /**
   * The queues the entity's annotations and relations lead to. A queue that cannot be read is a result of its own.
   * @throws NotFoundError when the caller cannot see such an entity.
   */
  getQueues(
    entityRef: string,
    options: { credentials: CallerCredentials },
  ): Promise<QueuesResponse>;
}
