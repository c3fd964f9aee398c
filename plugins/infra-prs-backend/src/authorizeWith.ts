import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { BasicPermission } from '@backstage/plugin-permission-common';
import { requirePermission } from '@slipway/platform-node';

/** Lets a caller pass who has a permission. @throws NotAllowedError */
export type Authorize = (
  permission: BasicPermission,
  credentials: BackstageCredentials,
) => Promise<void>;

/** Makes the check that every route begins with. */
export function authorizeWith(permissions: PermissionsService): Authorize {
  return (permission, credentials) =>
    requirePermission({ permissions, permission, credentials });
}
