import { LoggerService } from '@backstage/backend-plugin-api';
import { SignalsService } from '@backstage/plugin-signals-node';
import { QUEUES_CHANNEL } from '@slipway/plugin-queues-common';
import { queueId } from '../services/queueId';
import { QueueChanges } from './QueueChanges';

/** Changes of so long are told together. */
const QUIET_MS = 1_000;

/**
 * {@link QueueChanges} by signals, once a second at most. They carry opaque ids only, since everybody can listen to a channel,
 * and go to everybody, since who looks at what is known to browsers alone.
 */
export class SignalledQueueChanges implements QueueChanges {
  readonly #signals: SignalsService;
  readonly #logger: LoggerService;
  readonly #ids = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(deps: { signals: SignalsService; logger: LoggerService }) {
    this.#signals = deps.signals;
    this.#logger = deps.logger;
  }

  changed(arns: Iterable<string>): void {
    for (const arn of arns) {
      this.#ids.add(queueId(arn));
    }
    if (this.#ids.size > 0 && !this.#timer) {
      this.#timer = setTimeout(() => void this.#publish(), QUIET_MS);
      this.#timer.unref();
    }
  }

  /** Tells no more, at shutdown. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#ids.clear();
  }

  async #publish(): Promise<void> {
    this.#timer = undefined;
    const ids = [...this.#ids];
    this.#ids.clear();
    try {
      await this.#signals.publish({
        recipients: { type: 'broadcast' },
        channel: QUEUES_CHANNEL,
        message: { ids },
      });
    } catch (error) {
      // Pages ask again by themselves.
      this.#logger.warn('Changes of queues could not be told', error as Error);
    }
  }
}
