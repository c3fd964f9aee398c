import { NotAllowedError, ServiceUnavailableError } from '@backstage/errors';
import { parseArn } from '@slipway/platform-common';
import {
  CallerCredentials,
  EntityResources,
  Environments,
} from '@slipway/platform-node';
import { QueueKey } from '../clients/QueueKey';
import { dlqKey } from './dlqKey';
import { CatalogQueue, QueueCatalog } from './QueueCatalog';
import { QueuePath, QueueResolver, ResolvedQueue } from './QueueResolver';
import { QueueSources } from './queueSources';

interface Deps {
  readonly entityResources: EntityResources;
  readonly environments: Environments;
  readonly queueCatalog: QueueCatalog;
  readonly sources: QueueSources;
}

interface Pair {
  readonly source: QueueKey;
  readonly dlq: QueueKey;
}

/** {@link QueueResolver} over the catalog and the redrive policies of the entity's queues. */
export class DefaultQueueResolver implements QueueResolver {
  readonly #deps: Deps;

  static create(deps: Deps): DefaultQueueResolver {
    return new DefaultQueueResolver(deps);
  }

  private constructor(deps: Deps) {
    this.#deps = deps;
  }

  async resolve(
    path: QueuePath,
    { credentials }: { credentials: CallerCredentials },
  ): Promise<ResolvedQueue> {
    const { entityResources, environments } = this.#deps;
    environments.get(path.environment);
    const entity = await entityResources.getEntity(path.entityRef, credentials);
    const { resources } = await entityResources.queues(entity, credentials);
    const queues = resources.filter(
      ({ environment }) => environment.name === path.environment,
    );
    const own = queues.find(({ name }) => name === path.queue);
    const { pairs, unread } = await this.#deadLetterPairs(queues);
    const named = pairs.filter(({ dlq }) => dlq.name === path.queue);
    const key = own ?? named[0]?.dlq;
    if (!key) {
      throw refusal(path, unread);
    }
    const sources = named
      .filter(({ dlq }) => dlq.arn === key.arn)
      .map(({ source }) => source);
    return {
      key,
      entity,
      sources,
      catalog: await this.#catalogOf(key, sources),
      isDeadLetterQueue:
        sources.length > 0 || (await this.#takesDeadLetters(key)),
    };
  }

  async #deadLetterPairs(
    queues: readonly QueueKey[],
  ): Promise<{ pairs: Pair[]; unread: QueueKey[] }> {
    const results = await this.#deps.sources.attributes.getMany(queues);
    const pairs = results.flatMap(({ data }, index) => {
      const source = queues[index];
      const dlq = data?.redrive && dlqKey(source, data.redrive.dlqArn);
      return dlq ? [{ source, dlq }] : [];
    });
    const unread = queues.filter((_, index) => {
      const { data, state } = results[index];
      return !data && state !== 'not_found';
    });
    return { pairs, unread };
  }

  /** A dead-letter queue that the catalog does not know belongs to whom the queues in front of it belong to. */
  async #catalogOf(
    key: QueueKey,
    named: readonly QueueKey[],
  ): Promise<readonly CatalogQueue[]> {
    const { queueCatalog, sources } = this.#deps;
    const own = await queueCatalog.ofQueue(key.arn);
    if (own.length > 0) {
      return own;
    }
    const { data: names = [] } = await sources.sourceQueues.get(key);
    const arns = new Set([
      ...named.map(({ arn }) => arn),
      // SQS allows them in the same account and region only.
      ...names.map(name => key.arn.replace(/[^:]+$/, name)),
    ]);
    const found = await Promise.all(
      [...arns].map(arn => queueCatalog.ofQueue(arn)),
    );
    return found.flat();
  }

  /** Where it cannot be told, it counts as a queue that consumers still work on, with which less may be done. */
  async #takesDeadLetters(key: QueueKey): Promise<boolean> {
    const { attributes, sourceQueues } = this.#deps.sources;
    const [own, others] = await Promise.all([
      attributes.get(key),
      sourceQueues.get(key),
    ]);
    return own.data?.isDlq === true || (others.data ?? []).length > 0;
  }
}

function refusal(path: QueuePath, unread: readonly QueueKey[]): Error {
  const what = `a queue '${path.queue.slice(0, 80)}' in ${path.environment}`;
  return unread.length > 0
    ? new ServiceUnavailableError(
        `Whether ${
          path.entityRef
        } has ${what} could not be found out, since AWS did not answer for ${unread
          .map(({ arn }) => parseArn(arn).resource)
          .slice(0, 3)
          .join(', ')}`,
      )
    : new NotAllowedError(`${path.entityRef} has no ${what.slice(2)}`);
}
