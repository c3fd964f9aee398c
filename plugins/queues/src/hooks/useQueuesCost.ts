import { useApi } from '@backstage/core-plugin-api';
import { useSlipwayQuery } from '@slipway/platform-react';
import { queuesApiRef } from '../api/QueuesApi';
import { queryNames } from '../api/queryNames';

/** What reading CloudWatch costs. */
export function useQueuesCost() {
  const api = useApi(queuesApiRef);
  return useSlipwayQuery({
    name: queryNames.cost,
    subject: 'all',
    refetchInterval: 60_000,
    queryFn: request => api.getCost(request),
  });
}
