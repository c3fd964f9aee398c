import { useApi } from '@backstage/core-plugin-api';
import { useSlipwayQuery } from '@slipway/platform-react';
import { infraPrsApiRef } from '../api/InfraPrsApi';

/** Changes of one entity, open ones first. */
export function useEntityChanges(entityRef: string) {
  const api = useApi(infraPrsApiRef);
  return useSlipwayQuery({
    name: 'slipway-infra-prs.entity-changes',
    subject: entityRef,
    queryFn: ({ signal }) => api.listForEntity(entityRef, signal),
  });
}
