import { annotations } from '@slipway/platform-common';
import { UpstreamError } from '@slipway/platform-node';
import { QueueKey } from '../clients/QueueKey';
import { SqsRedriveClient } from '../clients/SqsRedriveClient';
import { ResolvedQueue } from '../services/QueueResolver';

const NEVER = 'never';
/** Source queues whose tags are read. */
const MAX_TAGGED = 20;

const isNever = (value: string | undefined) =>
  value?.trim().toLowerCase() === NEVER;

/** Who has said that a queue must never be redriven or purged. */
export class QueueFlags {
  readonly #client: SqsRedriveClient;
  readonly #tag: string;

  /** @param tag - Key of the AWS tag. */
  constructor(client: SqsRedriveClient, tag: string) {
    this.#client = client;
    this.#tag = tag;
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
      const tags = await this.#client.tags(key);
      return isNever(tags[this.#tag])
        ? [`${key.name} has the AWS tag ${this.#tag}=${NEVER}`]
        : [];
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      return [
        `Whether ${key.name} has the AWS tag ${
          this.#tag
        }=${NEVER} cannot be told: ${error.message}${
          error.fix ? `. ${error.fix}` : ''
        }`,
      ];
    }
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
