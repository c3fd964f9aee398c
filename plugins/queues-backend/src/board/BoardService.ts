import { CallerCredentials } from '@slipway/platform-node';
import { BoardResponse } from '@slipway/plugin-queues-common';

/** All queues that a caller may see, the riskiest first. */
export interface BoardService {
  /** @throws ServiceUnavailableError when the catalog or permissions do not answer. */
  getBoard(options: { credentials: CallerCredentials }): Promise<BoardResponse>;
}
