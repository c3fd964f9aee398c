import { useApi } from '@backstage/core-plugin-api';
import { useSlipwayQuery } from '@slipway/platform-react';
import { infraPrsApiRef } from '../api/InfraPrsApi';
import { CHANGES_REFRESH_MS } from './useChanges';

/** What happened to a change, kept up to date. */
export function useTimeline(number: number) {
  const api = useApi(infraPrsApiRef);
  return useSlipwayQuery({
    name: 'slipway-infra-prs.timeline',
    subject: String(number),
    refetchInterval: CHANGES_REFRESH_MS,
    queryFn: ({ signal }) => api.getTimeline(number, signal),
  });
}
