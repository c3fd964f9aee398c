/** A download that has to come before a purge. Times are milliseconds since 1970. */
export interface SnapshotRecord {
  readonly id: string;
  readonly queueArn: string;
  /** User ref. */
  readonly issuedTo: string;
  readonly issuedAt: number;
}

/** Snapshots that were handed out. */
export interface SnapshotStore {
  issue(snapshot: SnapshotRecord): Promise<void>;
  /** Marks the download as complete; one that broke off allows nothing. */
  complete(id: string, messages: number): Promise<void>;
  /**
   * Uses a snapshot up: once, by who got it, for its queue, when it is complete and was issued after `since`.
   * @returns how many messages it holds, or undefined when it does not allow this.
   */
  use(
    id: string,
    of: { queueArn: string; issuedTo: string; since: number },
  ): Promise<number | undefined>;
}
