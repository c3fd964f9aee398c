import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { PeekResponse } from '@slipway/plugin-queues-common';
import {
  skipToken,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { QueueLocator, queuesApiRef } from '../api/QueuesApi';
import { queryNames } from '../api/queryNames';
import { mergeSamples, withoutMessages } from '../mergeSamples';
import { queueSubject } from './queueSubject';

/** How to look. */
export interface Look {
  /** Messages at most. */
  readonly limit: number;
  /** Add to what was seen instead of starting anew. */
  readonly more?: boolean;
}

/**
 * Messages of a queue that were looked at. Looking changes receive counts, so that nothing here does it by itself; what was
 * seen is kept for some minutes for the way back.
 */
export function useQueueSample(queue: QueueLocator) {
  const api = useApi(queuesApiRef);
  const client = useQueryClient();
  const subject = queueSubject(queue);
  const { data } = useQuery<PeekResponse>({
    queryKey: [queryNames.peek, subject],
    queryFn: skipToken,
    staleTime: Infinity,
  });
  const change = useCallback(
    (next: (sample: PeekResponse | undefined) => PeekResponse | undefined) =>
      client.setQueryData([queryNames.peek, subject], next),
    [client, subject],
  );
  const { mutate, isPending, error } = useMutation<PeekResponse, Error, Look>({
    mutationFn: ({ limit }) => api.peek(queue, { limit }),
    onSuccess: (seen, { more }) =>
      change(sample => (more && sample ? mergeSamples(sample, seen) : seen)),
  });
  const forget = useCallback(
    (ids?: ReadonlySet<string>) => {
      if (!ids) client.removeQueries({ queryKey: [queryNames.peek, subject] });
      else change(sample => sample && withoutMessages(sample, ids));
    },
    [change, client, subject],
  );
  return { sample: data, look: mutate, isLooking: isPending, error, forget };
}
