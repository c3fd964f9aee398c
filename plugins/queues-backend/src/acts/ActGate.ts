import {
  BackstageCredentials,
  BackstageUserPrincipal,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { ResourcePermission } from '@backstage/plugin-permission-common';
import { requireEntityPermission } from '@slipway/platform-node';
import {
  queuesPeekPermission,
  queuesPeekSourcePermission,
  queuesReadPermission,
} from '@slipway/plugin-queues-common';
import { Request } from 'express';
import { parseQueuePath } from '../services/parseQueuePath';
import { QueuePath, QueueResolver } from '../services/QueueResolver';
import { requireQueuePermission } from '../services/requireQueuePermission';
import { Acting } from './Acting';

type EntityPermission = ResourcePermission<'catalog-entity'>;
/** Credentials of a person; nothing here acts for a service. */
export type UserCredentials = BackstageCredentials<BackstageUserPrincipal>;

/** What {@link ActGate} works with. */
export interface ActGateDeps {
  readonly httpAuth: HttpAuthService;
  readonly permissions: PermissionsService;
  readonly resolver: QueueResolver;
}

/** Lets those through to a queue who are permitted. All acts come through here, of people and of their agents. */
export class ActGate {
  readonly #deps: ActGateDeps;

  constructor(deps: ActGateDeps) {
    this.#deps = deps;
  }

  /** @throws AuthenticationError unless a person is signed in; InputError naming what is wrong with the path. */
  async identify(
    request: Request,
  ): Promise<{ path: QueuePath; credentials: UserCredentials }> {
    const credentials = await this.#deps.httpAuth.credentials(request, {
      allow: ['user'],
    });
    return { path: parseQueuePath(request.params), credentials };
  }

  /**
   * Lets the caller to a queue of the entity, whatever it is.
   * @throws NotAllowedError, NotFoundError, ServiceUnavailableError
   */
  async admit(
    path: QueuePath,
    credentials: UserCredentials,
    permission: EntityPermission,
  ): Promise<Acting> {
    const { permissions, resolver } = this.#deps;
    const { entityRef } = path;
    // Asked before anything is read for them, and again of the queue itself.
    await requireEntityPermission({
      permissions,
      credentials,
      permission,
      entityRef,
    });
    const queue = await resolver.resolve(path, { credentials });
    await requireQueuePermission({
      permissions,
      credentials,
      permission,
      path,
      queue,
    });
    return { queue, entityRef, userRef: credentials.principal.userEntityRef };
  }

  /** The same, and refuses what is no dead-letter queue. @throws InputError then */
  async admitToDeadLetters(
    path: QueuePath,
    credentials: UserCredentials,
    permission: EntityPermission,
  ): Promise<Acting> {
    const acting = await this.admit(path, credentials, permission);
    if (!acting.queue.isDeadLetterQueue) {
      throw new InputError(
        `${path.queue} is no dead-letter queue; name the queue that its dead letters go to`,
      );
    }
    return acting;
  }

  /** Lets the caller look into a queue, for which dead letters and other messages have permissions of their own. */
  async admitToPeek(
    path: QueuePath,
    credentials: UserCredentials,
  ): Promise<Acting> {
    const acting = await this.admit(path, credentials, queuesReadPermission);
    await requireQueuePermission({
      permissions: this.#deps.permissions,
      credentials,
      permission: acting.queue.isDeadLetterQueue
        ? queuesPeekPermission
        : queuesPeekSourcePermission,
      path,
      queue: acting.queue,
    });
    return acting;
  }
}
