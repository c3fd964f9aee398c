import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/core-plugin-api';

/** The list of changes. @public */
export const rootRouteRef = createRouteRef({ id: 'slipway-infra-prs' });

/** One change. @public */
export const changeRouteRef = createSubRouteRef({
  id: 'slipway-infra-prs.change',
  parent: rootRouteRef,
  path: '/:number',
});

/** How fast and how well changes come to be live. @public */
export const figuresRouteRef = createSubRouteRef({
  id: 'slipway-infra-prs.figures',
  parent: rootRouteRef,
  path: '/figures',
});

/** The tab of an entity. */
export const entityContentRouteRef = createRouteRef({
  id: 'slipway-infra-prs.entity',
});

/** The form of a template. @public */
export const templateRouteRef = createExternalRouteRef({
  id: 'slipway-infra-prs.template',
  optional: true,
  params: ['namespace', 'templateName'],
  defaultTarget: 'scaffolder.selectedTemplate',
});

/** Where people create something, for who asked for nothing yet. @public */
export const createSomethingRouteRef = createExternalRouteRef({
  id: 'slipway-infra-prs.create',
  optional: true,
  defaultTarget: 'scaffolder.root',
});
