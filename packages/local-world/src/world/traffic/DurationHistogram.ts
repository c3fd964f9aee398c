import { Millis, TimeSeriesDatabase } from '../types';

/** Upper bounds in seconds, a subset of those an OpenTelemetry SDK uses. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5] as const;
/** Spread of the log-normal distribution of durations. */
const SIGMA = 0.7;

/** Share of a normal distribution below `z` (logistic approximation, good to 0.01). */
const normalShare = (z: number) => 1 / (1 + Math.exp(-1.702 * z));

/** A Prometheus histogram of durations, grown by curves instead of by single observations. */
export class DurationHistogram {
  private readonly buckets = new Float64Array(BOUNDS.length);
  private readonly bucketLabels: ReadonlyArray<
    Readonly<Record<string, string>>
  >;
  private readonly allLabels: Readonly<Record<string, string>>;
  private count = 0;
  private sum = 0;

  // Made once: a name put together anew for each sample would have to be hashed anew, too.
  private readonly names: Readonly<Record<'bucket' | 'count' | 'sum', string>>;

  constructor(
    metric: string,
    private readonly labels: Readonly<Record<string, string>>,
  ) {
    this.names = {
      bucket: `${metric}_bucket`,
      count: `${metric}_count`,
      sum: `${metric}_sum`,
    };
    // The same label objects each time, so that the store can recognise a series without reading it.
    this.bucketLabels = BOUNDS.map(le => ({ ...labels, le: String(le) }));
    this.allLabels = { ...labels, le: '+Inf' };
  }

  /** Adds `events` (may be a fraction) whose durations have the given median in seconds. */
  observe(events: number, medianSeconds: number): void {
    if (events <= 0) {
      return;
    }
    this.count += events;
    this.sum += events * medianSeconds * Math.exp((SIGMA * SIGMA) / 2);
    BOUNDS.forEach((bound, at) => {
      const z = Math.log(bound / medianSeconds) / SIGMA;
      this.buckets[at] += events * normalShare(z);
    });
  }

  /** Writes the counters as they stand; nothing before the first event. */
  write(store: TimeSeriesDatabase, workspace: string, time: Millis): void {
    if (this.count < 1) {
      return;
    }
    const { names } = this;
    const count = Math.floor(this.count);
    this.bucketLabels.forEach((labels, at) => {
      const value = Math.floor(this.buckets[at]);
      store.append(workspace, names.bucket, labels, time, value);
    });
    store.append(workspace, names.bucket, this.allLabels, time, count);
    store.append(workspace, names.count, this.labels, time, count);
    store.append(workspace, names.sum, this.labels, time, this.sum);
  }
}
