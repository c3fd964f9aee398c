import type { QueueConsumer } from './QueueConsumer.js';

/** All loops over queues, started and stopped together. */
export class Consumers {
  readonly #stop = new AbortController();
  #running: Promise<unknown> = Promise.resolve();

  constructor(private readonly consumers: readonly QueueConsumer[]) {}

  start(): void {
    this.#running = Promise.all(this.consumers.map((consumer) => consumer.run(this.#stop.signal)));
  }

  /** Takes no more messages; resolves when those in hand are finished. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }
}
