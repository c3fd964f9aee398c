import { CallerCredentials } from '@slipway/platform-node';
import {
  HistoryRange,
  QueueHistoryResponse,
} from '@slipway/plugin-queues-common';
import { dlqKey } from './dlqKey';
import { HistoryService } from './HistoryService';
import { QueuePath, QueueResolver } from './QueueResolver';
import { QueueSources } from './queueSources';

/** {@link HistoryService} over the fetch engine. */
export class DefaultHistoryService implements HistoryService {
  readonly #resolver: QueueResolver;
  readonly #sources: QueueSources;

  static create(deps: {
    resolver: QueueResolver;
    sources: QueueSources;
  }): DefaultHistoryService {
    return new DefaultHistoryService(deps);
  }

  private constructor(deps: {
    resolver: QueueResolver;
    sources: QueueSources;
  }) {
    this.#resolver = deps.resolver;
    this.#sources = deps.sources;
  }

  async getHistory(
    path: QueuePath,
    range: HistoryRange,
    options: { credentials: CallerCredentials },
  ): Promise<QueueHistoryResponse> {
    const { key } = await this.#resolver.resolve(path, options);
    const source = this.#sources.ranges[range];
    const { data } = await this.#sources.attributes.get(key);
    const dlq = data?.redrive && dlqKey(key, data.redrive.dlqArn);
    const [queue, dlqHistory] = await source.getMany(dlq ? [key, dlq] : [key]);
    return { range, queue, dlq: dlqHistory };
  }
}
