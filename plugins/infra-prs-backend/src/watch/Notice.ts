import { NotificationSeverity } from '@backstage/plugin-notifications-common';

/** What people are to be told of a turn that a request took. */
export interface Notice {
  /** The same for the same turn, whoever finds out. */
  readonly id: string;
  /** Entity refs of people and groups. */
  readonly recipients: readonly string[];
  /** Entity refs of those who know: they did it. */
  readonly except: readonly string[];
  readonly title: string;
  readonly description: string;
  readonly severity: NotificationSeverity;
  /** Stands by itself: later news of the same change do not take its place. */
  readonly isAlarm?: boolean;
}

/** A notice that this process, and no other, is to send now. */
export interface ClaimedNotice extends Notice {
  readonly number: number;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

/** Outlives restarts and is shared by replicas. */
export interface NoticeStore {
  /** Takes what waits. What is not said to be done waits again after a minute. */
  claim(
    now: number,
  ): Promise<{ claim: string; notices: readonly ClaimedNotice[] }>;
  /** It was sent, or is not worth it any more. It is never told again. */
  done(claim: string, notice: ClaimedNotice, now: number): Promise<void>;
}
