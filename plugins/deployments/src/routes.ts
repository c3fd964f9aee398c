import { createRouteRef } from '@backstage/core-plugin-api';

export const deploymentsContentRouteRef = createRouteRef({
  id: 'slipway-deployments.content',
});
