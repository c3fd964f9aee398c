import { parseArn, SourceResult } from '@slipway/platform-common';
import { CallerCredentials, EntityResources } from '@slipway/platform-node';
import {
  DeadLetterQueue,
  QueuesResponse,
  QueueState,
} from '@slipway/plugin-queues-common';
import { QueueKey } from '../clients/QueueKey';
import { QueueAttributes } from '../clients/SqsClient';
import { QueueSources } from './queueSources';
import { QueuesService } from './QueuesService';
import { queueConsoleUrl, toQueueState } from './toQueueState';

/** {@link QueuesService} over the fetch engine. */
export class DefaultQueuesService implements QueuesService {
  readonly #entityResources: EntityResources;
  readonly #sources: QueueSources;

  static create(options: {
    entityResources: EntityResources;
    sources: QueueSources;
  }): DefaultQueuesService {
    return new DefaultQueuesService(options);
  }

  private constructor(options: {
    entityResources: EntityResources;
    sources: QueueSources;
  }) {
    this.#entityResources = options.entityResources;
    this.#sources = options.sources;
  }

  async getQueues(
    entityRef: string,
    options: { credentials: CallerCredentials },
  ): Promise<QueuesResponse> {
    const { credentials } = options;
    const entity = await this.#entityResources.getEntity(
      entityRef,
      credentials,
    );
    const { resources, problems } = await this.#entityResources.queues(
      entity,
      credentials,
    );
    const queues = await Promise.all(
      resources.map(queue => this.#getQueue(queue)),
    );
    return { queues: withoutListedDlqs(queues), problems };
  }

  async #getQueue(queue: QueueKey): Promise<SourceResult<QueueState>> {
    const [{ data, ...result }, history] = await Promise.all([
      this.#sources.attributes.get(queue),
      this.#sources.histories.get(queue),
    ]);
    if (!data) {
      return result;
    }
    const dlq = await this.#getDlq(queue, data);
    return { ...result, data: toQueueState(queue, data, history, dlq) };
  }

  async #getDlq(
    queue: QueueKey,
    { redrive }: QueueAttributes,
  ): Promise<DeadLetterQueue | undefined> {
    if (!redrive) {
      return undefined;
    }
    // SQS allows a dead-letter queue in the same account and region only, so the environment is the same.
    const arn = redrive.dlqArn;
    const key = {
      arn,
      name: parseArn(arn).resource,
      environment: queue.environment,
    };
    const [{ data, ...result }, history] = await Promise.all([
      this.#sources.attributes.get(key),
      this.#sources.histories.get(key),
    ]);
    const { visible, inFlight, delayed } = data ?? {};
    const counts =
      visible !== undefined && inFlight !== undefined && delayed !== undefined
        ? { visible, inFlight, delayed }
        : undefined;
    return {
      arn,
      name: key.name,
      maxReceiveCount: redrive.maxReceiveCount,
      consoleUrl: queueConsoleUrl(arn),
      counts: { ...result, data: counts },
      history,
      sourceQueues: [],
    };
  }
}

/** A dead-letter queue is shown with the queue it belongs to, not once more beside it. */
function withoutListedDlqs(
  queues: readonly SourceResult<QueueState>[],
): SourceResult<QueueState>[] {
  const shown = new Set(queues.map(({ data }) => data?.dlq?.arn));
  return queues.filter(({ data }) => !data || !shown.has(data.arn));
}
