import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import { createPermission } from '@backstage/plugin-permission-common';

/** Read golden signals and alarms of an entity. @public */
export const metricsReadPermission = createPermission({
  name: 'slipway.metrics.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** @public */
export const metricsPermissions = [metricsReadPermission];
