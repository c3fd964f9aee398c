import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { queuesApiRef } from '../api/QueuesApi';
import { queryNames } from '../api/queryNames';
import { useQueuesQuery } from './useQueuesQuery';

/** Who sends to the queues of the entity of this page, and who takes from them. */
export function useTopology() {
  const api = useApi(queuesApiRef);
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  return useQueuesQuery({
    name: queryNames.topology,
    subject: entityRef,
    queryFn: options => api.getTopology(entityRef, options),
    shows: ({ nodes }, id) => nodes.some(node => node.id === id),
  });
}
