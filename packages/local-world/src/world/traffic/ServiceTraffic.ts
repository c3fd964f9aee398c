import { MessageFlow } from '../../aws/sqs/MessageFlow';
import { TimeSeriesDatabase, Millis } from '../types';
import { HttpTraffic } from './HttpTraffic';
import { QueueConsumer } from './QueueConsumer';

/** What one workload has served and processed since the world began; outlives its rollouts. */
export class ServiceTraffic {
  readonly http: HttpTraffic;
  readonly #consumers = new Map<string, QueueConsumer>();

  constructor(
    private readonly name: string,
    private readonly flow: MessageFlow,
    seed: number,
  ) {
    this.http = new HttpTraffic(name, seed);
  }

  consumer(queue: string): QueueConsumer {
    const existing = this.#consumers.get(queue);
    if (existing) {
      return existing;
    }
    const consumer = new QueueConsumer(this.name, queue, this.flow);
    this.#consumers.set(queue, consumer);
    return consumer;
  }

  drop(): void {
    this.#consumers.forEach(consumer => consumer.drop());
  }

  write(store: TimeSeriesDatabase, workspace: string, time: Millis): void {
    this.http.write(store, workspace, time);
    this.#consumers.forEach(({ traffic }) =>
      traffic.write(store, workspace, time),
    );
  }
}
