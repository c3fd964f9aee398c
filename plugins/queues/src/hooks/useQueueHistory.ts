import { useApi } from '@backstage/core-plugin-api';
import { useSlipwayQuery } from '@slipway/platform-react';
import { HISTORY_RANGES, HistoryRange } from '@slipway/plugin-queues-common';
import { QueueLocator, queuesApiRef } from '../api/QueuesApi';
import { queryNames } from '../api/queryNames';

/** What CloudWatch knows of one queue over a range; read again when its next point can be there. */
export function useQueueHistory(queue: QueueLocator, range: HistoryRange) {
  const api = useApi(queuesApiRef);
  return useSlipwayQuery({
    name: queryNames.history,
    subject: `${queue.entityRef} ${queue.environment}/${queue.queue}`,
    parameters: { range },
    refetchInterval: HISTORY_RANGES[range].period * 1000,
    queryFn: options => api.getHistory(queue, range, options),
  });
}
