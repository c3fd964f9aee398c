import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import { createPermission } from '@backstage/plugin-permission-common';

const resourceType = RESOURCE_TYPE_CATALOG_ENTITY;

/** Lets someone see the queues of an entity: counts, ages and rates, never messages. @public */
export const queuesReadPermission = createPermission({
  name: 'slipway.queues.read',
  attributes: { action: 'read' },
  resourceType,
});

/**
 * Look into dead letters. Not a `read` by action: bodies hold customers' data, and looking raises receive counts.
 * @public
 */
export const queuesPeekPermission = createPermission({
  name: 'slipway.queues.dead-letters.peek',
  attributes: { action: 'update' },
  resourceType,
});

/** Look into messages that consumers still work on, which takes them away from those for a moment. @public */
export const queuesPeekSourcePermission = createPermission({
  name: 'slipway.queues.messages.peek',
  attributes: { action: 'update' },
  resourceType,
});

/** Download masked messages as a file. @public */
export const queuesExportPermission = createPermission({
  name: 'slipway.queues.dead-letters.export',
  attributes: { action: 'update' },
  resourceType,
});

/** Send dead letters back to the queues they came from, and cancel that. @public */
export const queuesRedrivePermission = createPermission({
  name: 'slipway.queues.dead-letters.redrive',
  attributes: { action: 'update' },
  resourceType,
});

/** Delete all messages of a dead-letter queue. @public */
export const queuesPurgePermission = createPermission({
  name: 'slipway.queues.dead-letters.purge',
  attributes: { action: 'delete' },
  resourceType,
});

/** See what reading CloudWatch costs. @public */
export const queuesCostReadPermission = createPermission({
  name: 'slipway.queues.cost.read',
  attributes: { action: 'read' },
});

/**
 * Shows an agent which actions on queues there are. Each call asks the permission of what it does besides, on the entity
 * it is about.
 * @public
 */
export const queuesAgentsPermission = createPermission({
  name: 'slipway.queues.agents.read',
  attributes: { action: 'read' },
});

/** All permissions of the queues plugin. @public */
export const queuesPermissions = [
  queuesReadPermission,
  queuesPeekPermission,
  queuesPeekSourcePermission,
  queuesExportPermission,
  queuesRedrivePermission,
  queuesPurgePermission,
  queuesCostReadPermission,
  queuesAgentsPermission,
];
