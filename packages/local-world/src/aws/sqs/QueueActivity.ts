/** What happened at a queue since the last look; CloudWatch's counters come from it. */
export interface QueueActivity {
  sent: number;
  received: number;
  deleted: number;
  emptyReceives: number;
  sentBytes: number;
}

/** Nothing has happened. */
export const noActivity = (): QueueActivity => ({
  sent: 0,
  received: 0,
  deleted: 0,
  emptyReceives: 0,
  sentBytes: 0,
});
