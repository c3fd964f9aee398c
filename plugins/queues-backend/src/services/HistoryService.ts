import { CallerCredentials } from '@slipway/platform-node';
import {
  HistoryRange,
  QueueHistoryResponse,
} from '@slipway/plugin-queues-common';
import { QueuePath } from './QueueResolver';

/** The past of queues. */
export interface HistoryService {
  /**
   * A queue of an entity and its dead-letter queue over a range; a failure of CloudWatch is a result.
   * @throws NotFoundError, NotAllowedError or ServiceUnavailableError as {@link QueueResolver.resolve} does.
   */
  getHistory(
    path: QueuePath,
    range: HistoryRange,
    options: { credentials: CallerCredentials },
  ): Promise<QueueHistoryResponse>;
}
