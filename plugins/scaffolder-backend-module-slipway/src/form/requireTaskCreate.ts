import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { taskCreatePermission } from '@backstage/plugin-scaffolder-common/alpha';

/**
 * Lets through who may run templates: forms are for them.
 *
 * @throws NotAllowedError
 */
export async function requireTaskCreate(
  { permissions }: { permissions: PermissionsService },
  credentials: BackstageCredentials,
): Promise<void> {
  const permission = taskCreatePermission;
  const [decision] = await permissions.authorize([{ permission }], {
    credentials,
  });
  if (decision.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(`You lack the permission ${permission.name}`);
  }
}
