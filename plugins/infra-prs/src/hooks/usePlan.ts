import { useApi } from '@backstage/core-plugin-api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { infraPrsApiRef } from '../api/InfraPrsApi';

/** The plan that a digest names, read once; the last one stays until the next is there. */
export function usePlan(number: number, digest: string | undefined) {
  const api = useApi(infraPrsApiRef);
  return useQuery({
    queryKey: ['slipway-infra-prs-plan', String(number), digest],
    queryFn: ({ signal }) => api.getPlan(number, digest ?? '', signal),
    enabled: digest !== undefined,
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });
}
