/** Metrics that were requested for an environment within an hour. */
export interface HourlyUsage {
  /** Milliseconds since the epoch of its start. */
  readonly hour: number;
  readonly environment: string;
  readonly metrics: number;
}

/** Counts of all replicas, which outlive them. */
export interface UsageStore {
  /** Adds to what is there. */
  add(usage: readonly HourlyUsage[]): Promise<void>;
  /** Of hours that began at `since` (milliseconds since the epoch) or later. */
  since(since: number): Promise<readonly HourlyUsage[]>;
  /** Forgets hours that began before. */
  prune(before: number): Promise<void>;
}
