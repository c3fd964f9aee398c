/** What the catalog keeps of a queue: nothing that changes by itself. */
export interface QueueDescription {
  readonly arn: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly dlqArn?: string;
}

/** What is known of the queues of an environment. */
export interface InventoryState {
  readonly queues: readonly QueueDescription[];
  /** ARNs of all queues there are, those included that could not be described. */
  readonly listed: ReadonlySet<string>;
  /** Queues that may be described soon: still waiting for their turn, or throttled. */
  readonly pending: number;
  /** Queues that Slipway may not describe. */
  readonly refused: number;
}
