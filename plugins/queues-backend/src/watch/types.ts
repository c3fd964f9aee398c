import { QueueKey } from '../clients/QueueKey';

/** A dead-letter queue whose owner is told about it. */
export interface WatchedQueue extends QueueKey {
  /** Ref of the entity whose Queues tab shows it. */
  readonly entityRef: string;
  /** Ref of the group or user that owns it. */
  readonly owner: string;
  /** Names of the queues that send their dead letters here. */
  readonly sources: readonly string[];
}

/** A queue as it was found. Times are milliseconds since the epoch. */
export interface Sighting {
  readonly at: number;
  /** All messages that SQS holds, also those that somebody looks at just now: peeking must not count as emptying. */
  readonly count: number;
  /** How long the queue keeps a message. */
  readonly retentionMs: number;
  /**
   * When the oldest is dropped, as far as was looked: left out when it was not read this time, `unknown` when CloudWatch
   * had nothing to tell.
   */
  readonly expiry?: number | 'unknown';
}

/** How near the end is of which the owner was told: not, near, or about to be. */
export type ExpiryStage = 0 | 1 | 2;

/** What is remembered of a queue from one look to the next. Times are milliseconds since the epoch. */
export interface WatchRecord {
  readonly count: number;
  /** The next dead letter is news. */
  readonly armed: boolean;
  /** Last time that there were more than before. */
  readonly grewAt?: number;
  /** Since when it is empty. */
  readonly emptyAt?: number;
  readonly expiryStage: ExpiryStage;
  /** Last time that the age of the oldest was read. */
  readonly ageReadAt?: number;
}

export type NoticeKind = 'filling' | 'expiring';

/** Something that the owner is to know. */
export interface Notice {
  readonly kind: NoticeKind;
  /** `found`: had dead letters when first looked at; `started`: was empty; `growing`: again after a quiet hour. */
  readonly reason: 'found' | 'started' | 'growing' | 'near' | 'imminent';
  readonly at: number;
  readonly count: number;
  readonly previousCount?: number;
  readonly expiresAt?: number;
}
