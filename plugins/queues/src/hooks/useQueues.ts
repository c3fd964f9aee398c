import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { queuesApiRef } from '../api/QueuesApi';
import { queryNames } from '../api/queryNames';
import { useQueuesQuery } from './useQueuesQuery';

/** The queues of the entity of this page, kept up to date. */
export function useQueues() {
  const api = useApi(queuesApiRef);
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  return useQueuesQuery({
    name: queryNames.queues,
    subject: entityRef,
    queryFn: options => api.getQueues(entityRef, options),
    shows: ({ queues }, id) => queues.some(({ data }) => data?.id === id),
  });
}
