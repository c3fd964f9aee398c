import { createPermission } from '@backstage/plugin-permission-common';

/** Lets someone ask for a change of a service that is there already. The default policy gives it to owners. */
export const serviceChangePermission = createPermission({
  name: 'slipway.services.change',
  attributes: { action: 'update' },
  resourceType: 'catalog-entity',
});

/** All permissions of the golden paths. */
export const servicePermissions = [serviceChangePermission];
