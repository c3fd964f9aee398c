import { SourceRef, SourceResult } from '@slipway/platform-common';
import { UpstreamError } from './types';

/** What is known of a key: its last good value, and why there is no newer one. */
export interface Entry<T> {
  readonly value?: T;
  /** Epoch milliseconds of `value`. */
  readonly readAt?: number;
  /** How long `value` is shown at most, in milliseconds since it was read. */
  readonly usableForMs?: number;
  readonly failure?: UpstreamError;
}

export function isUsable<T>(entry: Entry<T>): boolean {
  const { readAt, usableForMs = 0 } = entry;
  return readAt !== undefined && Date.now() - readAt <= usableForMs;
}

/** What a reader is told; `isFresh` says whether the entry has not run out. */
export function toResult<T>(
  entry: Entry<T>,
  source: SourceRef,
  isFresh: boolean,
): SourceResult<T> {
  const { failure, value, readAt } = entry;
  if (readAt !== undefined && isUsable(entry)) {
    return {
      state: isFresh && !failure ? 'ok' : 'stale',
      source,
      data: value,
      asOf: new Date(readAt).toISOString(),
      ...(failure && { message: failure.message, fix: failure.fix }),
    };
  }
  return {
    state: failure?.state ?? 'unreachable',
    source,
    message: failure?.message ?? `${source.upstream} has not answered yet`,
    fix: failure ? failure.fix : 'It is being asked; wait for the next refresh',
  };
}
