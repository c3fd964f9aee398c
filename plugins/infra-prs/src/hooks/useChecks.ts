import { githubAuthApiRef, useApi } from '@backstage/core-plugin-api';
import { useSlipwayQuery } from '@slipway/platform-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { infraPrsApiRef } from '../api/InfraPrsApi';

const QUERY = 'slipway-infra-prs.checks';

/** The checks of a head commit with all that they say, kept up to date. */
export function useChecks(number: number, headSha: string) {
  const api = useApi(infraPrsApiRef);
  return useSlipwayQuery({
    name: QUERY,
    subject: `${number}@${headSha}`,
    queryFn: ({ signal }) => api.getChecks(number, headSha, signal),
  });
}

/** Asks for a failed check again, as the signed-in person. */
export function useRerunCheck(number: number) {
  const api = useApi(infraPrsApiRef);
  const github = useApi(githubAuthApiRef);
  const client = useQueryClient();
  return useMutation<void, Error, number>({
    mutationFn: async id =>
      api.rerunCheck(number, id, await github.getAccessToken(['repo'])),
    onSettled: () => client.invalidateQueries({ queryKey: [QUERY] }),
  });
}
