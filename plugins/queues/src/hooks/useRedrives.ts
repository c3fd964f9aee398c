import { useApi } from '@backstage/core-plugin-api';
import { RedrivesResponse } from '@slipway/plugin-queues-common';
import { useSlipwayQuery } from '@slipway/platform-react';
import { QueueLocator, queuesApiRef } from '../api/QueuesApi';
import { queryNames } from '../api/queryNames';
import { isRunning } from '../words/redriveWords';
import { queueSubject } from './queueSubject';
import { useQueuesSignal } from './useQueuesSignal';

const RUNNING_MS = 2_000;
const IDLE_MS = 10_000;

/** Redrives of a queue, whoever started them: every 2 s while one runs, and at once when the server tells of a change. */
export function useRedrives(queue: QueueLocator, ids: readonly string[]) {
  const api = useApi(queuesApiRef);
  const query = useSlipwayQuery<RedrivesResponse>({
    name: queryNames.redrives,
    subject: queueSubject(queue),
    refetchInterval: data =>
      data?.redrives.some(isRunning) ? RUNNING_MS : IDLE_MS,
    queryFn: options => api.listRedrives(queue, options),
  });
  useQueuesSignal({
    shows: id => ids.includes(id),
    onChange: () => query.refetch({ cancelRefetch: false }),
    calm: RUNNING_MS,
  });
  return query;
}
