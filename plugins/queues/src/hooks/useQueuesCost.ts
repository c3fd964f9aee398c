import { useApi } from '@backstage/core-plugin-api';
import { useSlipwayQuery } from '@slipway/platform-react';
import { queuesApiRef } from '../api/QueuesApi';
import { queryNames } from '../api/queryNames';

/** What reading CloudWatch costs. */
export function useQueuesCost(options: { readonly enabled: boolean }) {
  const api = useApi(queuesApiRef);
  return useSlipwayQuery({
    name: queryNames.cost,
    subject: 'all',
    refetchInterval: 60_000,
    enabled: options.enabled,
    queryFn: request => api.getCost(request),
  });
}
