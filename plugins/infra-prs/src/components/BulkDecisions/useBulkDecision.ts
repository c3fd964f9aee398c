import { githubAuthApiRef, useApi } from '@backstage/core-plugin-api';
import {
  BulkResult,
  ChangeRequestDetail,
} from '@slipway/plugin-infra-prs-common';
import { useMutation, useQueries, useQueryClient } from '@tanstack/react-query';
import { infraPrsApiRef } from '../../api/InfraPrsApi';
import { BulkVerb } from './bulkRules';

/** A change as it is on the screen, or why it is not. */
export interface ReadChange {
  readonly number: number;
  readonly change?: ChangeRequestDetail;
  readonly error?: Error;
}

/** Each change by itself; read when the dialog opens, and not moved under the hands of who decides. */
export function useReadChanges(numbers: readonly number[]): ReadChange[] {
  const api = useApi(infraPrsApiRef);
  const results = useQueries({
    queries: numbers.map(number => ({
      queryKey: ['slipway-infra-prs.bulk', String(number)],
      queryFn: ({ signal }: { signal: AbortSignal }) => api.get(number, signal),
      staleTime: Infinity,
      gcTime: 0,
      retry: false,
    })),
  });
  return numbers.map((number, index) => ({
    number,
    change: results[index].data,
    error: results[index].error ?? undefined,
  }));
}

/** Decides about several changes, each as it is on the screen, as the signed-in person. */
export function useBulkDecision() {
  const api = useApi(infraPrsApiRef);
  const github = useApi(githubAuthApiRef);
  const client = useQueryClient();
  return useMutation<
    BulkResult,
    Error,
    { decision: BulkVerb; changes: readonly ChangeRequestDetail[] }
  >({
    mutationFn: async ({ decision, changes }) => {
      const items = changes.map(({ number, headSha, planDigest = '' }) => ({
        number,
        headSha,
        planDigest,
      }));
      const token = await github.getAccessToken(['repo']);
      return api.decideSeveral({ decision, items }, token);
    },
    onSettled: () =>
      client.invalidateQueries({
        predicate: ({ queryKey }) => {
          const name = String(queryKey[0]);
          return (
            name.startsWith('slipway-infra-prs.') &&
            name !== 'slipway-infra-prs.bulk'
          );
        },
      }),
  });
}
