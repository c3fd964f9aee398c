import { UpstreamError } from './types';

/** A value and when it was read, in epoch milliseconds. */
export interface Loaded<T> {
  readonly value: T;
  readonly readAt: number;
}

/** Gets the value of one key anew. */
export interface KeyLoader<K, T> {
  /**
   * Never rejects. `newerThan`: epoch milliseconds of what the caller has already; a value that somebody else read counts only when
   * it is newer.
   */
  load(
    key: K,
    options: { newerThan: number },
  ): Promise<Loaded<T> | UpstreamError>;
  /** Forgets what was read for others too. */
  forget?(key: K): void;
}
