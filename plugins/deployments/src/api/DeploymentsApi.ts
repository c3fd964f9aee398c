import { createApiRef } from '@backstage/core-plugin-api';
import { DeploymentsResponse } from '@slipway/plugin-deployments-common';

/** Client of the deployments backend. @public */
export interface DeploymentsApi {
  list(
    entityRef: string,
    options?: { signal?: AbortSignal },
  ): Promise<DeploymentsResponse>;
}

/** @public */
export const deploymentsApiRef = createApiRef<DeploymentsApi>({
  id: 'plugin.slipway-deployments.client',
});
