import { LoggerService } from '@backstage/backend-plugin-api';
import { parseArn } from '@slipway/platform-common';
import { UpstreamError } from '@slipway/platform-node';
import { QueueKey } from '../clients/QueueKey';
import { ReceivedMessage } from '../clients/ReceivedMessage';
import { SqsMessagesClient } from '../clients/SqsMessagesClient';
import { MessageReader } from '../messages/MessageReader';
import { ACTIVE, RedriveRecord, RedriveStore } from '../store/RedriveStore';
import { MoveTally } from './MoveTally';
import { RedriveEvents } from './RedriveEvents';

/** Messages that are looked through to find those that were chosen. */
const MAX_SCANNED = 3_000;
/** Longer than looking through them takes, so that none comes around twice. */
const HIDE_SECONDS = 300;
/** How often a mover says that it lives; {@link RedriveFollower} waits much longer. */
const BEAT_MS = 10_000;

/** What {@link SelectedMover} works with. */
export interface MoverDeps {
  readonly client: SqsMessagesClient;
  readonly events: RedriveEvents;
  readonly logger: LoggerService;
  readonly reader: MessageReader;
  readonly store: RedriveStore;
}

/**
 * Moves chosen messages back, one by one. A message is deleted from the dead-letter queue only after the queue it came
 * from has taken it: a crash at any point loses none, and may leave the one in hand in both.
 */
export class SelectedMover {
  readonly #deps: MoverDeps;

  constructor(deps: MoverDeps) {
    this.#deps = deps;
  }

  /** Moves messages until all were found, the queue was looked through, or somebody cancelled. Never throws. */
  async move(
    record: RedriveRecord,
    queue: QueueKey,
    messageIds: readonly string[],
  ): Promise<void> {
    const { events, logger, store } = this.#deps;
    const tally = new MoveTally(messageIds);
    const beat = setInterval(() => {
      store
        .update(record.id, ACTIVE, { beatAt: Date.now() })
        .catch(error => logger.warn(`Redrive ${record.id}: ${error}`));
    }, BEAT_MS);
    try {
      await this.#moveAll(record, queue, tally);
    } catch (error) {
      tally.breakOff(reasonOf(error));
    } finally {
      clearInterval(beat);
    }
    try {
      const over = await store.update(record.id, ACTIVE, {
        ...tally.result(),
        finishedAt: Date.now(),
      });
      if (over) await events.finished(over);
    } catch (error) {
      // Its heart beats no more, so that it will be called interrupted.
      logger.error(`The end of redrive ${record.id} was not kept: ${error}`);
    }
  }

  async #moveAll(
    record: RedriveRecord,
    queue: QueueKey,
    tally: MoveTally,
  ): Promise<void> {
    const { batches } = this.#deps.reader.read(queue, {
      limit: MAX_SCANNED,
      hideSeconds: HIDE_SECONDS,
    });
    for await (const batch of batches) {
      for (const message of batch) {
        if (!tally.wants(message)) continue;
        if (!(await this.#goesOn(record, tally))) return;
        await this.#moveOne(record, queue, message, tally);
      }
      if (tally.isComplete) return;
    }
  }

  /** Whether it was neither cancelled nor taken for dead. Says on the way how far it is. */
  async #goesOn(record: RedriveRecord, tally: MoveTally): Promise<boolean> {
    const { events, store } = this.#deps;
    const going = await store.update(record.id, ['running'], {
      moved: tally.moved,
      beatAt: Date.now(),
    });
    if (going) {
      if (tally.moved > 0) await events.changed(going);
      return true;
    }
    tally.cancel();
    return false;
  }

  async #moveOne(
    record: RedriveRecord,
    queue: QueueKey,
    message: ReceivedMessage,
    tally: MoveTally,
  ): Promise<void> {
    const target = targetOf(message, queue);
    if (!target) {
      tally.fail(message, 'it does not say which queue it came from');
      return;
    }
    try {
      await this.#deps.client.send(target, {
        body: message.body,
        attributes: message.attributes,
        traceHeader: message.traceHeader,
        groupId: message.groupId,
        // Its own within this redrive: neither dropped as the double of its former self, nor doubled by a retry.
        deduplicationId: target.name.endsWith('.fifo')
          ? `${record.id}-${message.id}`
          : undefined,
      });
    } catch (error) {
      tally.fail(message, reasonOf(error));
      return;
    }
    try {
      await this.#deps.client.delete(queue, message.receipt);
      tally.done(message);
    } catch (error) {
      tally.doubled(message, reasonOf(error));
    }
  }
}

/** The queue a message came from: SQS keeps a dead-letter queue and its sources in one account and region. */
function targetOf(
  { sourceArn }: ReceivedMessage,
  queue: QueueKey,
): QueueKey | undefined {
  if (!sourceArn) return undefined;
  const source = parseArn(sourceArn);
  const own = parseArn(queue.arn);
  return source.service === 'sqs' &&
    source.account === own.account &&
    source.region === own.region
    ? { arn: sourceArn, name: source.resource, environment: queue.environment }
    : undefined;
}

function reasonOf(error: unknown): string {
  return error instanceof UpstreamError
    ? error.message
    : 'an error of Slipway itself';
}
