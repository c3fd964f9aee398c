import { githubAuthApiRef, useApi } from '@backstage/core-plugin-api';
import {
  ChangeDecision,
  ChangeRequestDetail,
} from '@slipway/plugin-infra-prs-common';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { InfraPrsApi, infraPrsApiRef } from '../api/InfraPrsApi';
import { CHANGE_QUERY } from './useChange';

/** What approving and merging need on GitHub. */
const SCOPES = ['repo'];

function useDecision<T>(
  number: number,
  decide: (
    api: InfraPrsApi,
    token: string,
    input: T,
  ) => Promise<ChangeRequestDetail>,
) {
  const api = useApi(infraPrsApiRef);
  const github = useApi(githubAuthApiRef);
  const client = useQueryClient();
  return useMutation<ChangeRequestDetail, Error, T>({
    mutationFn: async input =>
      decide(api, await github.getAccessToken(SCOPES), input),
    onSuccess: detail => {
      client.setQueryData([CHANGE_QUERY, String(number), {}], detail);
    },
    onSettled: () =>
      client.invalidateQueries({
        predicate: ({ queryKey }) =>
          String(queryKey[0]).startsWith('slipway-infra-prs.'),
      }),
  });
}

/** Does anything else that a person can do with a change. */
export function useOtherDecision(number: number) {
  return useDecision<ChangeDecision>(number, (api, token, decision) =>
    api.decide(number, decision, token),
  );
}

/** Approves what is on the screen, as the signed-in person. */
export function useApprove(change: ChangeRequestDetail) {
  const { number, headSha, planDigest = '' } = change;
  return useDecision<{ comment?: string }>(number, (api, token, input) =>
    api.approve(number, { headSha, planDigest, ...input }, token),
  );
}

/** Merges what is on the screen, as the signed-in person. */
export function useMerge(change: ChangeRequestDetail) {
  const { number, headSha, planDigest = '' } = change;
  return useDecision<void>(number, (api, token) =>
    api.merge(number, { headSha, planDigest }, token),
  );
}
