import { useApi } from '@backstage/core-plugin-api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { infraPrsApiRef } from '../api/InfraPrsApi';

/** The files of a head commit, read once; the last ones stay until the next are there. */
export function useFiles(number: number, headSha: string) {
  const api = useApi(infraPrsApiRef);
  return useQuery({
    queryKey: ['slipway-infra-prs-files', String(number), headSha],
    queryFn: ({ signal }) => api.getFiles(number, headSha, signal),
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });
}
