import { useApi } from '@backstage/core-plugin-api';
import { useLiveQuery } from '@slipway/platform-react';
import { INFRA_PRS_CHANNEL } from '@slipway/plugin-infra-prs-common';
import { infraPrsApiRef } from '../api/InfraPrsApi';

/** Changes of one entity, open ones first. */
export function useEntityChanges(entityRef: string) {
  const api = useApi(infraPrsApiRef);
  return useLiveQuery({
    name: 'slipway-infra-prs.entity-changes',
    subject: entityRef,
    channel: INFRA_PRS_CHANNEL,
    queryFn: ({ signal }) => api.listForEntity(entityRef, signal),
  });
}
