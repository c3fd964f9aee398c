import { configApiRef, useApi } from '@backstage/frontend-plugin-api';

/** What the portal is called. */
export function usePortalTitle(): string {
  return useApi(configApiRef).getOptionalString('app.title') ?? 'Slipway';
}
