import { createRouteRef } from '@backstage/core-plugin-api';

export const metricsContentRouteRef = createRouteRef({
  id: 'slipway-metrics.content',
});
