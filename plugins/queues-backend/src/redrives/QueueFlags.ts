import { annotations } from '@slipway/platform-common';
import { FetchEngine, Source, UpstreamError } from '@slipway/platform-node';
import { QueueKey } from '../clients/QueueKey';
import { SqsRedriveClient } from '../clients/SqsRedriveClient';
import { ResolvedQueue } from '../services/QueueResolver';
import { sourceOf } from '../sources/sourceOf';

const NEVER = 'never';
/** Source queues whose tags are read. */
const MAX_TAGGED = 20;

const isNever = (value: string | undefined) =>
  value?.trim().toLowerCase() === NEVER;

type Tags = Readonly<Record<string, string>>;

/** Tags as all viewers share them, to show what may be done. @internal */
export function createTagSource(
  engine: FetchEngine,
  client: SqsRedriveClient,
): Source<QueueKey, Tags> {
  return engine.createSource({
    ...sourceOf('sqs'),
    operation: 'ListQueueTags',
    ttl: { minutes: 1 },
    staleFor: { minutes: 5 },
    deadline: { seconds: 10 },
    keepFresh: false,
    load: async ([queue]) => new Map([[queue.arn, await client.tags(queue)]]),
  });
}

/** Who has said that a queue must never be redriven or purged. */
export class QueueFlags {
  readonly #client: SqsRedriveClient;
  readonly #shared: Source<QueueKey, Tags>;
  readonly #tag: string;

  /** @param options - `tag` is the key of the AWS tag. */
  constructor(options: {
    client: SqsRedriveClient;
    shared: Source<QueueKey, Tags>;
    tag: string;
  }) {
    this.#client = options.client;
    this.#shared = options.shared;
    this.#tag = options.tag;
  }

  /** The same as {@link QueueFlags.reasons}, up to a minute old: to show what may be done, never to allow it. */
  async shown(queue: ResolvedQueue): Promise<string[]> {
    const keys = [queue.key, ...queue.sources.slice(0, MAX_TAGGED)];
    const results = await this.#shared.getMany(keys);
    const tagged = results.flatMap(({ data, message = '', fix }, index) =>
      data
        ? this.#flagged(keys[index], data)
        : [this.#unread(keys[index], message, fix)],
    );
    return [...annotated(queue), ...tagged];
  }

  /**
   * Why nobody may redrive or purge the queue, in words; empty when somebody may. Tags are read from AWS each time: a flag
   * that was just set counts. Where they cannot be read, that is a reason too.
   *
   * @param sources - Queues that messages would return to.
   */
  async reasons(
    queue: ResolvedQueue,
    sources: readonly QueueKey[],
  ): Promise<string[]> {
    const tagged = await Promise.all(
      [queue.key, ...sources.slice(0, MAX_TAGGED)].map(key =>
        this.#tagged(key),
      ),
    );
    return [...annotated(queue), ...tagged.flat()];
  }

  async #tagged(key: QueueKey): Promise<string[]> {
    try {
      return this.#flagged(key, await this.#client.tags(key));
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      return [this.#unread(key, error.message, error.fix)];
    }
  }

  #flagged({ name }: QueueKey, tags: Tags): string[] {
    return isNever(tags[this.#tag])
      ? [`${name} has the AWS tag ${this.#tag}=${NEVER}`]
      : [];
  }

  #unread({ name }: QueueKey, message: string, fix: string | undefined) {
    const why = fix ? `${message}. ${fix}` : message;
    return `Whether ${name} has the AWS tag ${
      this.#tag
    }=${NEVER} cannot be told: ${why}`;
  }
}

function annotated({ entity, catalog }: ResolvedQueue): string[] {
  const name = annotations.queueRedrive;
  const onEntity = isNever(entity.metadata.annotations?.[name])
    ? [
        `${entity.kind} ${entity.metadata.name} has the annotation ${name}: ${NEVER}`,
      ]
    : [];
  const onQueue = catalog.some(({ redrive }) => isNever(redrive))
    ? [`The catalog entity of the queue has the annotation ${name}: ${NEVER}`]
    : [];
  return [...onEntity, ...onQueue];
}
