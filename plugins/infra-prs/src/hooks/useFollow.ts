import { useApi } from '@backstage/core-plugin-api';
import { useSlipwayQuery } from '@slipway/platform-react';
import { infraPrsApiRef } from '../api/InfraPrsApi';
import { CHANGES_REFRESH_MS } from './useChanges';

/** What became of a change, kept up to date. */
export function useFollow(number: number) {
  const api = useApi(infraPrsApiRef);
  return useSlipwayQuery({
    name: 'slipway-infra-prs.follow',
    subject: String(number),
    refetchInterval: CHANGES_REFRESH_MS,
    queryFn: ({ signal }) => api.getFollow(number, signal),
  });
}
