import { RedriveStatus } from '@slipway/plugin-queues-common';

/** A redrive as it is kept. Times are milliseconds since 1970. */
export interface RedriveRecord {
  readonly id: string;
  readonly queueArn: string;
  readonly kind: 'all' | 'selected';
  readonly environment: string;
  readonly queue: string;
  /** Entity through which it was started. */
  readonly entityRef: string;
  /** Entity refs of who is told. */
  readonly owners: readonly string[];
  readonly targets: readonly string[];
  readonly velocity?: number;
  readonly status: RedriveStatus;
  readonly toMove?: number;
  readonly moved: number;
  readonly startedBy: string;
  readonly startedAt: number;
  readonly cancelledBy?: string;
  readonly finishedAt?: number;
  readonly failure?: string;
  /** Handle of the move task of SQS, to cancel it. */
  readonly taskHandle?: string;
  /** By the clock of SQS, which tells its tasks apart. */
  readonly taskStartedAt?: number;
  /** Start of the latest task there was before, by the same clock; 0 when there was none. */
  readonly previousTaskAt: number;
  /** When a replica last worked on it. */
  readonly beatAt: number;
}

/** Statuses in which a redrive is not over. */
export const ACTIVE: readonly RedriveStatus[] = [
  'starting',
  'running',
  'cancelling',
];

/** What can change of a redrive. */
export type RedriveChange = Partial<
  Pick<
    RedriveRecord,
    | 'status'
    | 'toMove'
    | 'moved'
    | 'cancelledBy'
    | 'finishedAt'
    | 'failure'
    | 'taskHandle'
    | 'taskStartedAt'
    | 'beatAt'
  >
>;

/** Redrives that were started through Slipway. */
export interface RedriveStore {
  /**
   * Writes a new redrive. Of two at the same time for one queue, on whatever replica, one succeeds.
   * @returns the one that is not over yet, when there is one: nothing was written then.
   */
  insert(record: RedriveRecord): Promise<RedriveRecord | undefined>;
  get(id: string): Promise<RedriveRecord | undefined>;
  /**
   * Changes a redrive if it still has one of these statuses; one that is over never comes back.
   * @returns it, or undefined when it has another status by now.
   */
  update(
    id: string,
    from: readonly RedriveStatus[],
    change: RedriveChange,
  ): Promise<RedriveRecord | undefined>;
  /** The latest first. */
  list(queueArn: string, limit: number): Promise<RedriveRecord[]>;
  /** All that are not over. */
  active(): Promise<RedriveRecord[]>;
  /**
   * Takes a redrive to work on it, when no replica has since `before`.
   * @returns whether it is ours now.
   */
  claim(id: string, before: number): Promise<boolean>;
}
