import { LoggerService } from '@backstage/backend-plugin-api';
import { QueueKey } from '../clients/QueueKey';
import { QueueAttributes } from '../clients/SqsClient';
import { QueueSources } from '../services/queueSources';
import { expiryOf } from './expiryOf';
import { Wiring } from './findDeadLetterQueues';
import { groupBy } from './groupBy';
import { PacedReads, readPaced } from './readPaced';

/** Redrive policies change seldom, and by a pull request. */
const WIRING_HOLDS_MS = 60 * 60_000;

type Found = PacedReads<QueueAttributes>['read'];

/** Reads queues of all accounts at a gentle pace. An account that cannot be read is left out, and said once. */
export class QueueReader {
  readonly #sources: Pick<QueueSources, 'attributes' | 'deadLetters'>;
  readonly #logger: LoggerService;
  readonly #wirings = new Map<string, Wiring & { readAt: number }>();
  readonly #troubled = new Set<string>();

  constructor(deps: {
    sources: Pick<QueueSources, 'attributes' | 'deadLetters'>;
    logger: LoggerService;
  }) {
    this.#sources = deps.sources;
    this.#logger = deps.logger;
  }

  /** How the queues hang together, by ARN: read anew each hour. */
  async wirings(
    queues: readonly QueueKey[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, Wiring>> {
    const now = Date.now();
    const due = queues.filter(({ arn }) => {
      const readAt = this.#wirings.get(arn)?.readAt ?? -Infinity;
      return now - readAt >= WIRING_HOLDS_MS;
    });
    for (const { queue, data } of await this.attributes(due, signal)) {
      this.#wirings.set(queue.arn, {
        dlqArn: data.redrive?.dlqArn,
        isDlq: data.isDlq,
        readAt: now,
      });
    }
    return this.#wirings;
  }

  /** Those that could be read just now. */
  async attributes(
    queues: readonly QueueKey[],
    signal: AbortSignal,
  ): Promise<Found> {
    const accounts = [...groupBy(queues, accountOf)];
    const reads = await Promise.all(
      accounts.map(async ([account, keys]) => {
        const result = await readPaced(this.#sources.attributes, keys, signal);
        this.#report(account, result);
        return result.read;
      }),
    );
    return reads.flat();
  }

  /** When the oldest message of each is dropped, by ARN; see {@link expiryOf}. */
  async expiries(
    found: Found,
    now: number,
  ): Promise<ReadonlyMap<string, number | 'unknown' | undefined>> {
    const histories = await this.#sources.deadLetters.getMany(
      found.map(({ queue }) => queue),
      { watch: false },
    );
    return new Map(
      found.map(({ queue, data }, index) => [
        queue.arn,
        expiryOf(histories[index], data, now),
      ]),
    );
  }

  #report(account: string, { unread, problem }: PacedReads<unknown>): void {
    if (unread === 0) {
      this.#troubled.delete(account);
    } else if (problem && !this.#troubled.has(account)) {
      this.#troubled.add(account);
      this.#logger.warn(
        `${unread} queues of account ${account} could not be looked at for dead letters: ${problem}`,
      );
    }
  }
}

function accountOf({ environment }: QueueKey): string {
  return `${environment.account} in ${environment.region}`;
}
