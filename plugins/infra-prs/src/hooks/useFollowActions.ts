import {
  githubAuthApiRef,
  useApi,
  useRouteRef,
} from '@backstage/core-plugin-api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router-dom';
import { InfraPrsApi, infraPrsApiRef } from '../api/InfraPrsApi';
import { changeRouteRef } from '../routes';

/** What asking a runner and opening a revert need on GitHub. */
const SCOPES = ['repo'];

function useFollowAction<T>(
  act: (api: InfraPrsApi, token: string) => Promise<T>,
  onSuccess?: (result: T) => void,
) {
  const api = useApi(infraPrsApiRef);
  const github = useApi(githubAuthApiRef);
  const client = useQueryClient();
  return useMutation<T, Error, void>({
    mutationFn: async () => act(api, await github.getAccessToken(SCOPES)),
    onSuccess,
    onSettled: () =>
      client.invalidateQueries({
        predicate: ({ queryKey }) =>
          String(queryKey[0]).startsWith('slipway-infra-prs.'),
      }),
  });
}

/** Asks for a failed apply to be run again, as the signed-in person. */
export function useRetry(number: number) {
  return useFollowAction((api, token) => api.retry(number, token));
}

/** Opens the revert of a change, as the signed-in person, and goes to its page. */
export function useRevert(number: number) {
  const navigate = useNavigate();
  const changeRoute = useRouteRef(changeRouteRef);
  return useFollowAction(
    (api, token) => api.revert(number, token),
    revert => navigate(changeRoute({ number: String(revert.number) })),
  );
}
