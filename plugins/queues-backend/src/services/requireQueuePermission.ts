import { PermissionsService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import { CallerCredentials } from '@slipway/platform-node';
import { QueuePath, ResolvedQueue } from './QueueResolver';

/**
 * Lets the caller through when the policy allows `permission` on the entity of the path **and** on the queue's own catalog
 * entities: an annotation that somebody wrote onto their own component makes nobody owner of another team's queue.
 *
 * @throws NotAllowedError otherwise.
 */
export async function requireQueuePermission(options: {
  permissions: PermissionsService;
  credentials: CallerCredentials;
  permission: ResourcePermission<'catalog-entity'>;
  path: QueuePath;
  queue: ResolvedQueue;
}): Promise<void> {
  const { permissions, credentials, permission, path, queue } = options;
  const refs = [
    ...new Set([
      path.entityRef,
      ...queue.catalog.map(({ entityRef }) => entityRef),
    ]),
  ];
  const decisions = await permissions.authorize(
    refs.map(resourceRef => ({ permission, resourceRef })),
    { credentials },
  );
  const denied = refs.find(
    (_, index) => decisions[index].result !== AuthorizeResult.ALLOW,
  );
  if (denied) {
    // The queue's own entity may be one that the caller cannot see.
    throw new NotAllowedError(
      denied === path.entityRef
        ? `You lack the permission ${permission.name} on ${denied}`
        : `You lack the permission ${permission.name} on the queue ${queue.key.name} itself, which the catalog says belongs to others`,
    );
  }
}
