import { githubAuthApiRef, useApi } from '@backstage/core-plugin-api';
import { useSlipwayQuery } from '@slipway/platform-react';
import { ChangeConversation, Saying } from '@slipway/plugin-infra-prs-common';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { infraPrsApiRef } from '../api/InfraPrsApi';

const QUERY = 'slipway-infra-prs.conversation';

/** All that was said of a change, kept up to date. */
export function useConversation(number: number) {
  const api = useApi(infraPrsApiRef);
  return useSlipwayQuery({
    name: QUERY,
    subject: String(number),
    queryFn: ({ signal }) => api.getConversation(number, signal),
  });
}

/** Says something on a line, as the signed-in person. */
export function useSay(number: number) {
  const api = useApi(infraPrsApiRef);
  const github = useApi(githubAuthApiRef);
  const client = useQueryClient();
  return useMutation<ChangeConversation, Error, Saying>({
    mutationFn: async saying =>
      api.say(number, saying, await github.getAccessToken(['repo'])),
    onSuccess: said => {
      client.setQueryData([QUERY, String(number), {}], said);
    },
  });
}
