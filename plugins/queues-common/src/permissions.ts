import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import { createPermission } from '@backstage/plugin-permission-common';

/** Lets someone see the queues of an entity: counts, ages and rates, never messages. @public */
export const queuesReadPermission = createPermission({
  name: 'slipway.queues.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** All permissions of the queues plugin. @public */
export const queuesPermissions = [queuesReadPermission];
