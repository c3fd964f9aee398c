import { useCallback } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { queryNames } from '../api/queryNames';

/** What is about messages that were looked at: only a person's wish to look again changes it. */
const KEPT: readonly string[] = [queryNames.peek, queryNames.cost];

/** Reads everything about queues again, after one was acted on. */
export function useQueueChanged() {
  const client = useQueryClient();
  return useCallback(
    () =>
      client.invalidateQueries({
        predicate: ({ queryKey: [name] }) =>
          Object.values<unknown>(queryNames).includes(name) &&
          !KEPT.includes(String(name)),
      }),
    [client],
  );
}
