import { useApi } from '@backstage/core-plugin-api';
import { useSlipwayQuery } from '@slipway/platform-react';
import { infraPrsApiRef } from '../api/InfraPrsApi';

/** Milliseconds between refreshes of what people wait for. */
export const CHANGES_REFRESH_MS = 5_000;

/** The list of changes. */
export function useChanges(state: 'open' | 'merged' | 'all') {
  const api = useApi(infraPrsApiRef);
  return useSlipwayQuery({
    name: 'slipway-infra-prs.changes',
    subject: state,
    refetchInterval: CHANGES_REFRESH_MS,
    queryFn: ({ signal }) => api.list({ state }, signal),
  });
}
