import { CallerCredentials } from '@slipway/platform-node';
import { DeploymentsResponse } from '@slipway/plugin-deployments-common';

/** What of an entity runs where, read as the caller. */
export interface DeploymentsService {
  /** @throws NotFoundError when the caller cannot see the entity. */
  list(
    entityRef: string,
    credentials: CallerCredentials,
  ): Promise<DeploymentsResponse>;
}
