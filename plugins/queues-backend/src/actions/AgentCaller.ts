import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { InputError, NotAllowedError } from '@backstage/errors';
import { UserCredentials } from '../acts/ActGate';
import { toBackstageError } from '../acts/toBackstageError';
import { parseQueuePath } from '../services/parseQueuePath';
import { QueuePath } from '../services/QueueResolver';

/** How an agent names a queue: never by ARN or URL. */
export interface AgentQueue {
  readonly entityRef: string;
  readonly environment: string;
  readonly queue: string;
}

/** Who stands behind an agent. Agents act for people only, with what those are permitted. */
export class AgentCaller {
  readonly #auth: AuthService;

  constructor(auth: AuthService) {
    this.#auth = auth;
  }

  /** @throws NotAllowedError when it is no person. */
  person(credentials: BackstageCredentials): UserCredentials {
    if (!this.#auth.isPrincipal(credentials, 'user')) {
      throw new NotAllowedError(
        'Actions on queues are for people: call them with the token of a user',
      );
    }
    return credentials;
  }

  /** Runs what an agent asked for; failures of AWS are told as Backstage's own. */
  async run<T>(act: () => Promise<T>): Promise<{ output: T }> {
    try {
      return { output: await act() };
    } catch (error) {
      throw toBackstageError(error);
    }
  }
}

/** @throws InputError naming the part that is wrong. */
export function queuePathOf({ entityRef, ...rest }: AgentQueue): QueuePath {
  return parseQueuePath({ ...entityOf(entityRef), ...rest });
}

function entityOf(ref: string) {
  try {
    return parseEntityRef(ref);
  } catch {
    throw new InputError(
      `entityRef '${ref.slice(
        0,
        100,
      )}' must be an entity ref such as component:default/orders`,
    );
  }
}
