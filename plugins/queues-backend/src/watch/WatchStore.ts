import { Notice, WatchedQueue, WatchRecord } from './types';

/** A {@link WatchRecord}, which of its versions it is and when its queue was last seen. */
export interface StoredRecord extends WatchRecord {
  readonly version: number;
  readonly seenAt: number;
}

/** A notice and the queue it is about, as it is kept until it was sent. */
export interface QueuedNotice {
  readonly notice: Notice;
  readonly queue: Pick<
    WatchedQueue,
    'arn' | 'name' | 'entityRef' | 'owner' | 'sources'
  > & {
    /** Name of the environment. */
    readonly environment: string;
    /** Others have to agree to changes there. */
    readonly isProtected: boolean;
  };
}

/** A notice that this process, and no other, is to send now. */
export interface ClaimedNotice extends QueuedNotice {
  /** Dead letters at the last look, which may be long after the notice was made. */
  readonly countNow: number;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

/** Outlives restarts and is shared by replicas. Times are milliseconds since the epoch. */
export interface WatchStore {
  /** By ARN. */
  records(): Promise<ReadonlyMap<string, StoredRecord>>;
  /**
   * Keeps the record and its notices together.
   * @returns false, with nothing kept, when another replica was there since `previous` was read.
   */
  save(options: {
    readonly arn: string;
    readonly previous: StoredRecord | undefined;
    readonly record: WatchRecord;
    readonly notices: ReadonlyArray<QueuedNotice & { dueAt: number }>;
    readonly now: number;
  }): Promise<boolean>;
  /** Notes that queues are still there, of which nothing else is new. */
  touch(arns: readonly string[], now: number): Promise<void>;
  /** Takes all notices that are due. Those that are neither done nor given up are due again after a minute. */
  claim(now: number): Promise<{ claim: string; notices: ClaimedNotice[] }>;
  /** Forgets notices of a claim; what was added to them since stays and will be sent. */
  done(claim: string, notices: readonly QueuedNotice[]): Promise<void>;
  /** Forgets queues that nobody has seen since. */
  forgetUnseen(since: number): Promise<void>;
}
