import { useApi } from '@backstage/core-plugin-api';
import { useSlipwayQuery } from '@slipway/platform-react';
import { infraPrsApiRef } from '../api/InfraPrsApi';

/** Argo CD and ECS send no signals. Milliseconds. */
const REFRESH_MS = 5_000;

/** What became of a change, kept up to date. */
export function useFollow(number: number) {
  const api = useApi(infraPrsApiRef);
  return useSlipwayQuery({
    name: 'slipway-infra-prs.follow',
    subject: String(number),
    refetchInterval: REFRESH_MS,
    queryFn: ({ signal }) => api.getFollow(number, signal),
  });
}
