import { useApi } from '@backstage/core-plugin-api';
import { useSlipwayQuery } from '@slipway/platform-react';
import { infraPrsApiRef } from '../api/InfraPrsApi';
import { CHANGES_REFRESH_MS } from './useChanges';

/** Name under which a change is kept in the query client. */
export const CHANGE_QUERY = 'slipway-infra-prs.change';

/** One change, kept up to date. */
export function useChange(number: number) {
  const api = useApi(infraPrsApiRef);
  return useSlipwayQuery({
    name: CHANGE_QUERY,
    subject: String(number),
    refetchInterval: CHANGES_REFRESH_MS,
    enabled: Number.isSafeInteger(number) && number > 0,
    queryFn: ({ signal }) => api.get(number, signal),
  });
}
