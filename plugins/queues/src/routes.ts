import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/core-plugin-api';

/** The Queues tab of an entity. @public */
export const queuesContentRouteRef = createRouteRef({
  id: 'slipway-queues.entity-content',
});

/** The board of all queues. @public */
export const queuesBoardRouteRef = createRouteRef({
  id: 'slipway-queues.board',
});

/** The form of a template, for the way to "Add a queue". @public */
export const templateRouteRef = createExternalRouteRef({
  id: 'slipway-queues.template',
  params: ['namespace', 'templateName'],
  optional: true,
  defaultTarget: 'scaffolder.selectedTemplate',
});
