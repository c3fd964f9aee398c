import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  DeploymentsResponse,
  isSettling,
} from '@slipway/plugin-deployments-common';
import { DEFAULT_REFRESH_MS, useSlipwayQuery } from '@slipway/platform-react';
import { deploymentsApiRef } from '../api/DeploymentsApi';

const SETTLING_REFRESH_MS = 5_000;

/** Milliseconds until the next refresh: sooner while something is rolling out. */
export function refreshAfter(data: DeploymentsResponse | undefined): number {
  const settling = data?.deployments.some(
    result => result.data && isSettling(result.data),
  );
  return settling ? SETTLING_REFRESH_MS : DEFAULT_REFRESH_MS;
}

/** Deployments of the entity of the page, kept up to date. */
export function useDeployments() {
  const api = useApi(deploymentsApiRef);
  const entityRef = stringifyEntityRef(useEntity().entity);
  return useSlipwayQuery({
    name: 'slipway-deployments.deployments',
    subject: entityRef,
    queryFn: options => api.list(entityRef, options),
    refetchInterval: refreshAfter,
  });
}
