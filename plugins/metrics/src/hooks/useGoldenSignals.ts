import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { MetricsRange } from '@slipway/plugin-metrics-common';
import { useSlipwayQuery } from '@slipway/platform-react';
import { metricsApiRef } from '../api/MetricsApi';

/** Golden signals of the entity of the page, kept up to date. */
export function useGoldenSignals(range: MetricsRange) {
  const api = useApi(metricsApiRef);
  const entityRef = stringifyEntityRef(useEntity().entity);
  return useSlipwayQuery({
    name: 'slipway-metrics.golden-signals',
    subject: entityRef,
    parameters: { range },
    queryFn: options => api.goldenSignals(entityRef, range, options),
  });
}
