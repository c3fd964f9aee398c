import { QueuesCost } from '@slipway/plugin-queues-common';

/** `full`; `slower` from 80 % of the day's budget on; `paused` when it is used up. */
export type MetricsMode = QueuesCost['mode'];

/** What reading CloudWatch costs, and how much of it is left to spend. */
export interface MetricsBudget {
  /**
   * Counts metrics that are about to be requested for an environment.
   * @throws UpstreamError when the day's budget is used up: nothing may be requested.
   */
  spend(environment: string, metrics: number): void;
  mode(): MetricsMode;
  /** The budget in words where it holds back, for the board. */
  degraded(): string | undefined;
  getCost(): Promise<QueuesCost>;
}
