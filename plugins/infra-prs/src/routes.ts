import { createRouteRef, createSubRouteRef } from '@backstage/core-plugin-api';

/** The list of changes. @public */
export const rootRouteRef = createRouteRef({ id: 'slipway-infra-prs' });

/** One change. @public */
export const changeRouteRef = createSubRouteRef({
  id: 'slipway-infra-prs.change',
  parent: rootRouteRef,
  path: '/:number',
});

/** The tab of an entity. */
export const entityContentRouteRef = createRouteRef({
  id: 'slipway-infra-prs.entity',
});
