import { useApi } from '@backstage/core-plugin-api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { infraPrsApiRef } from '../api/InfraPrsApi';

/** Code scanning answers minutes after the push. */
const REFRESH_MS = 60_000;

/** What policy and scanners found in a head commit with its plan. */
export function useFindings(
  number: number,
  headSha: string,
  digest: string | undefined,
) {
  const api = useApi(infraPrsApiRef);
  return useQuery({
    queryKey: ['slipway-infra-prs-findings', String(number), headSha, digest],
    queryFn: ({ signal }) => api.getFindings(number, signal),
    refetchInterval: REFRESH_MS,
    staleTime: REFRESH_MS,
    placeholderData: keepPreviousData,
  });
}
