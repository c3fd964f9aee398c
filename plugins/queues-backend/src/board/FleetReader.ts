import { QueueKey } from '../clients/QueueKey';
import { QueueAttributes } from '../clients/SqsClient';
import { MetricsBudget } from '../cost/MetricsBudget';
import { dlqKey } from '../services/dlqKey';
import { QueueSources } from '../services/queueSources';
import { DeadLetterLinks } from '../sources/DeadLetterLinks';

/** The fetch engine keeps reading what was asked for in the last 25 s; asking more often than this is for nothing. */
const ASK_AGAIN_MS = 5_000;
/** How long a board waits for queues that were never read, so that a small one is complete at first sight. */
const PATIENCE_MS = 1_500;
/** A queue in which nothing was for so long is asked for its pulse only. */
const ACTIVE_MS = 10 * 60_000;

interface Deps {
  readonly budget: MetricsBudget;
  readonly links: DeadLetterLinks;
  readonly sources: Pick<
    QueueSources,
    'fleet' | 'flow' | 'pulse' | 'deadLetters'
  >;
}

/** Has thousands of queues read without waiting for them: rows are made of what is known. */
export class FleetReader {
  readonly #deps: Deps;
  readonly #askedAt = new Map<string, number>();
  readonly #busyAt = new Map<string, number>();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Asks for what the board shows of these queues, and waits a moment for those that were never read. */
  async read(queues: readonly QueueKey[]): Promise<void> {
    const { fleet } = this.#deps.sources;
    const due = queues.filter(({ arn }) => this.#isDue(arn));
    const cold = due.filter(queue => !fleet.last(queue));
    const reading = fleet
      .getMany(due)
      .then(() => this.#readFurther(due))
      .then(() => undefined);
    if (cold.length > 0) {
      await Promise.race([reading, wait(PATIENCE_MS)]);
    }
  }

  /** Dead-letter queues of these, and metrics of what is in use. */
  async #readFurther(queues: readonly QueueKey[]): Promise<void> {
    const { links, sources } = this.#deps;
    const known = queues.flatMap(queue => {
      const data = sources.fleet.last(queue)?.data;
      return data ? [{ queue, data }] : [];
    });
    known.forEach(({ queue, data }) => links.note(queue, data));
    const dlqs = known.flatMap(({ queue, data }) => {
      const dlq = data.redrive && dlqKey(queue, data.redrive.dlqArn);
      return dlq && this.#isDue(dlq.arn) ? [dlq] : [];
    });
    await sources.fleet.getMany(dlqs);
    this.#readMetrics(known, dlqs);
  }

  #readMetrics(
    queues: ReadonlyArray<{ queue: QueueKey; data: QueueAttributes }>,
    dlqs: readonly QueueKey[],
  ): void {
    const { budget, links, sources } = this.#deps;
    if (budget.mode() === 'paused') {
      return;
    }
    const isDlq = ({ queue, data }: (typeof queues)[number]) =>
      data.isDlq || links.sourcesOf(queue.arn).length > 0;
    const working = queues.filter(entry => !isDlq(entry));
    const active = new Set(
      working.filter(({ queue, data }) => this.#isActive(queue.arn, data)),
    );
    const idle = working
      .filter(entry => !active.has(entry))
      .map(({ queue }) => queue);
    const ownRows = queues.filter(isDlq).map(({ queue }) => queue);
    const filled = [...dlqs, ...ownRows].filter(
      queue => (sources.fleet.last(queue)?.data?.visible ?? 0) > 0,
    );
    // Nobody waits for these: the next board has them.
    void sources.flow.getMany([...active].map(({ queue }) => queue));
    void sources.deadLetters.getMany(filled);
    void this.#readIdle(idle);
  }

  async #readIdle(queues: readonly QueueKey[]): Promise<void> {
    const { flow, pulse } = this.#deps.sources;
    const pulses = await pulse.getMany(queues);
    await flow.getMany(
      queues.filter((_, index) =>
        pulses[index].data?.sent.some(({ value = 0 }) => value > 0),
      ),
    );
  }

  #isDue(arn: string): boolean {
    const now = Date.now();
    const due = now - (this.#askedAt.get(arn) ?? 0) >= ASK_AGAIN_MS;
    if (due) {
      this.#askedAt.set(arn, now);
    }
    return due;
  }

  #isActive(
    arn: string,
    { visible, inFlight, delayed }: QueueAttributes,
  ): boolean {
    const now = Date.now();
    if (visible + inFlight + delayed > 0) {
      this.#busyAt.set(arn, now);
    }
    return now - (this.#busyAt.get(arn) ?? 0) < ACTIVE_MS;
  }
}

async function wait(milliseconds: number): Promise<void> {
  await new Promise(resolve => {
    setTimeout(resolve, milliseconds).unref();
  });
}
