import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  BasicPermission,
} from '@backstage/plugin-permission-common';

/** Lets a caller pass who has a permission. @throws NotAllowedError */
export type Authorize = (
  permission: BasicPermission,
  credentials: BackstageCredentials,
) => Promise<void>;

/** Makes the check that every route begins with. */
export function authorizeWith(permissions: PermissionsService): Authorize {
  return async (permission, credentials) => {
    const [decision] = await permissions.authorize([{ permission }], {
      credentials,
    });
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(`You lack the permission ${permission.name}`);
    }
  };
}
