import { useApi } from '@backstage/core-plugin-api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { infraPrsApiRef } from '../api/InfraPrsApi';

/** What a head commit does to rendered manifests, read once. */
export function useManifests(number: number, headSha: string) {
  const api = useApi(infraPrsApiRef);
  return useQuery({
    queryKey: ['slipway-infra-prs-manifests', String(number), headSha],
    queryFn: ({ signal }) => api.getManifests(number, signal),
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });
}
