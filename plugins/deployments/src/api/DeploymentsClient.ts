import {
  DeploymentsResponse,
  deploymentsResponseSchema,
} from '@slipway/plugin-deployments-common';
import {
  SlipwayApiClient,
  SlipwayApiClientOptions,
} from '@slipway/platform-react';
import { DeploymentsApi } from './DeploymentsApi';

/** {@link DeploymentsApi} over HTTP. @public */
export class DeploymentsClient
  extends SlipwayApiClient
  implements DeploymentsApi
{
  constructor(options: SlipwayApiClientOptions) {
    super('slipway-deployments', options);
  }

  async list(
    entityRef: string,
    options?: { signal?: AbortSignal },
  ): Promise<DeploymentsResponse> {
    return this.request({
      path: this.entityPath(entityRef, 'deployments'),
      signal: options?.signal,
      read: json => deploymentsResponseSchema.parse(json),
    });
  }
}
