import { PeekedMessage, PeekResponse } from '@slipway/plugin-queues-common';
import { ResolvedQueue } from '../services/QueueResolver';

/** Looks into queues. Messages stay in them; each look raises their receive count by one. */
export interface MessagesService {
  /**
   * Some messages, and the groups of those that failed alike.
   * @throws UpstreamError when nothing could be read.
   */
  peek(queue: ResolvedQueue, limit: number): Promise<PeekResponse>;
  /**
   * Many messages, one after the other.
   * @throws UpstreamError when reading breaks off.
   */
  export(queue: ResolvedQueue, limit: number): AsyncGenerator<PeekedMessage>;
}
