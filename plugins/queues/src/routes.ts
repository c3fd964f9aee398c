import { createRouteRef } from '@backstage/core-plugin-api';

/** The Queues tab of an entity. @public */
export const queuesContentRouteRef = createRouteRef({
  id: 'slipway-queues.entity-content',
});
