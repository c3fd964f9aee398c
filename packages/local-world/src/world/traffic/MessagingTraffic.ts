import { Millis, TimeSeriesDatabase } from '../types';
import { DurationHistogram } from './DurationHistogram';

const METRIC = 'messaging_process_duration_seconds';
const MEDIAN_SECONDS = 0.06;
/** A consumer that fails waits for its dependency first. */
const FAILED_MEDIAN_SECONDS = 0.4;

/** Messages of one queue that one workload processed, as `messaging_process_duration_seconds`. */
export class MessagingTraffic {
  readonly #processed: DurationHistogram;
  readonly #failed: DurationHistogram;

  constructor(service: string, queue: string) {
    const labels = {
      service_name: service,
      messaging_destination_name: queue,
    };
    this.#processed = new DurationHistogram(METRIC, labels);
    this.#failed = new DurationHistogram(METRIC, {
      ...labels,
      error_type: 'ProcessingError',
    });
  }

  process(messages: number, slowness = 1): void {
    this.#processed.observe(messages, MEDIAN_SECONDS * slowness);
  }

  fail(messages: number, slowness = 1): void {
    this.#failed.observe(messages, FAILED_MEDIAN_SECONDS * slowness);
  }

  write(store: TimeSeriesDatabase, workspace: string, time: Millis): void {
    this.#processed.write(store, workspace, time);
    this.#failed.write(store, workspace, time);
  }
}
