import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  BasicPermission,
} from '@backstage/plugin-permission-common';

/** Lets a caller with a permission pass. @throws NotAllowedError naming the permission that is missing. */
export type Authorize = (
  permission: BasicPermission,
  credentials: BackstageCredentials,
) => Promise<void>;

/** Makes the check that each route begins with. */
export function createAuthorize(permissions: PermissionsService): Authorize {
  return async (permission, credentials) => {
    const [decision] = await permissions.authorize([{ permission }], {
      credentials,
    });
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(`You lack the permission ${permission.name}`);
    }
  };
}
