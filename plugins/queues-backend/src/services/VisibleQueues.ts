import { PermissionsService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { ServiceUnavailableError } from '@backstage/errors';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { CallerCredentials, FetchEngine, Source } from '@slipway/platform-node';
import { queuesReadPermission } from '@slipway/plugin-queues-common';
import { CatalogQueue } from './QueueCatalog';
import { readQueueEntities } from './readQueueEntities';

/** Decisions in one request to the permission backend, whose bodies are bounded. */
const BATCH = 100;
const REF_FIELDS = ['kind', 'metadata.name', 'metadata.namespace'];

interface Question {
  readonly credentials: CallerCredentials;
  readonly refs: readonly string[];
}

interface Narrowed {
  readonly of: readonly CatalogQueue[];
  readonly shown: readonly CatalogQueue[];
}

/** `all`, or the refs of the entities that a caller may see. */
type Answer = 'all' | ReadonlySet<string>;

/**
 * Which queues a caller may see. A policy that answers without conditions costs two decisions; otherwise the answer is kept
 * for half a minute for each caller, so that a change of permissions shows by then.
 */
export class VisibleQueues {
  readonly #answers: Source<Question, Answer>;
  readonly #narrowed = new WeakMap<ReadonlySet<string>, Narrowed>();

  constructor(deps: {
    catalog: CatalogService;
    engine: FetchEngine;
    permissions: PermissionsService;
  }) {
    this.#answers = deps.engine.createSource({
      upstream: 'permission',
      operation: 'VisibleQueues',
      key: ({ credentials }) => callerId(credentials),
      target: ({ credentials }) => callerId(credentials),
      describe: () => ({ upstream: 'permission' }),
      ttl: { seconds: 30 },
      // Nobody sees by what they were once allowed.
      staleFor: { seconds: 0 },
      deadline: { seconds: 30 },
      patience: { seconds: 20 },
      keepFresh: false,
      load: async ([question]) =>
        new Map([
          [callerId(question.credentials), await visibleRefs(question, deps)],
        ]),
    });
  }

  /** @throws ServiceUnavailableError when permissions or the catalog do not answer. */
  async of(
    queues: readonly CatalogQueue[],
    credentials: CallerCredentials,
  ): Promise<readonly CatalogQueue[]> {
    const refs = queues.map(({ entityRef }) => entityRef);
    const { data, message } = await this.#answers.get({ credentials, refs });
    if (!data) {
      throw new ServiceUnavailableError(
        `Which queues you may see could not be found out: ${message}`,
      );
    }
    return data === 'all' ? queues : this.#narrow(queues, data);
  }

  /** The same list for the same answer, so that what is made of it can be kept by it. */
  #narrow(
    queues: readonly CatalogQueue[],
    visible: ReadonlySet<string>,
  ): readonly CatalogQueue[] {
    const known = this.#narrowed.get(visible);
    if (known?.of === queues) {
      return known.shown;
    }
    const shown = queues.filter(({ entityRef }) => visible.has(entityRef));
    this.#narrowed.set(visible, { of: queues, shown });
    return shown;
  }
}

function callerId({ principal }: CallerCredentials): string {
  return principal.type === 'user'
    ? principal.userEntityRef
    : `service:${principal.subject}`;
}

async function visibleRefs(
  { credentials, refs }: Question,
  deps: { catalog: CatalogService; permissions: PermissionsService },
): Promise<Answer> {
  const { catalog, permissions } = deps;
  const [catalogRead, queuesRead] = await permissions.authorizeConditional(
    [
      { permission: catalogEntityReadPermission },
      { permission: queuesReadPermission },
    ],
    { credentials },
  );
  const results = [catalogRead.result, queuesRead.result];
  if (results.includes(AuthorizeResult.DENY)) {
    return new Set();
  }
  if (results.every(result => result === AuthorizeResult.ALLOW)) {
    return 'all';
  }
  const seen =
    catalogRead.result === AuthorizeResult.ALLOW
      ? refs
      : (await readQueueEntities(catalog, credentials, REF_FIELDS)).map(
          entity => stringifyEntityRef(entity),
        );
  return queuesRead.result === AuthorizeResult.ALLOW
    ? new Set(seen)
    : readable(seen, { permissions, credentials });
}

async function readable(
  refs: readonly string[],
  options: { permissions: PermissionsService; credentials: CallerCredentials },
): Promise<ReadonlySet<string>> {
  const { permissions, credentials } = options;
  const batches = Array.from(
    { length: Math.ceil(refs.length / BATCH) },
    (_, index) => refs.slice(index * BATCH, (index + 1) * BATCH),
  );
  const allowed = new Set<string>();
  for (const batch of batches) {
    const decisions = await permissions.authorize(
      batch.map(resourceRef => ({
        permission: queuesReadPermission,
        resourceRef,
      })),
      { credentials },
    );
    decisions.forEach(({ result }, index) => {
      if (result === AuthorizeResult.ALLOW) {
        allowed.add(batch[index]);
      }
    });
  }
  return allowed;
}
