import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useSlipwayQuery } from '@slipway/platform-react';
import { queuesApiRef } from '../api/QueuesApi';

/** The queues of the entity of this page, kept up to date. */
export function useQueues() {
  const api = useApi(queuesApiRef);
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  return useSlipwayQuery({
    name: 'slipway-queues.queues',
    subject: entityRef,
    queryFn: options => api.getQueues(entityRef, options),
  });
}
