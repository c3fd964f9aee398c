import { useApi } from '@backstage/core-plugin-api';
import { useSlipwayQuery } from '@slipway/platform-react';
import { QueueLocator, queuesApiRef } from '../api/QueuesApi';
import { queryNames } from '../api/queryNames';
import { queueSubject } from './queueSubject';

/** What a redrive would do, kept up to date while somebody thinks about it. */
export function useRedrivePreview(queue: QueueLocator) {
  const api = useApi(queuesApiRef);
  return useSlipwayQuery({
    name: queryNames.redrivePreview,
    subject: queueSubject(queue),
    queryFn: options => api.previewRedrive(queue, options),
  });
}
