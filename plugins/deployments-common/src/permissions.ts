import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import { createPermission } from '@backstage/plugin-permission-common';

/** Read what of an entity runs where. @public */
export const deploymentsReadPermission = createPermission({
  name: 'slipway.deployments.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** @public */
export const deploymentsPermissions = [deploymentsReadPermission];
