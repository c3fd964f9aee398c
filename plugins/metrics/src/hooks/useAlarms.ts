import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useSlipwayQuery } from '@slipway/platform-react';
import { metricsApiRef } from '../api/MetricsApi';

/** Alarms on the queues of the entity of the page, kept up to date. */
export function useAlarms() {
  const api = useApi(metricsApiRef);
  const entityRef = stringifyEntityRef(useEntity().entity);
  return useSlipwayQuery({
    name: 'slipway-metrics.alarms',
    subject: entityRef,
    queryFn: options => api.alarms(entityRef, options),
  });
}
