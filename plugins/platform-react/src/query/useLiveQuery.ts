import { useEffect, useRef, useState } from 'react';
import { UseQueryResult } from '@tanstack/react-query';
import { useChannel, useHasSignals } from '../signals/useChannel';
import { SlipwayQueryOptions, useSlipwayQuery } from './useSlipwayQuery';

/** Milliseconds between refreshes while the server tells of changes by itself. */
const TOLD_MS = 60_000;
/** And where it does not, or seems not to. */
const POLLED_MS = 10_000;

/** @public */
export interface LiveQueryOptions<T>
  extends Omit<SlipwayQueryOptions<T>, 'refetchInterval'> {
  /** Of the server's signals. */
  readonly channel: string;
  /** Whether a message, which may be anything, is about the data; default: each is. */
  isAbout?(message: unknown, data: T): boolean;
  /** Milliseconds between reads that signals ask for; default 1 s. */
  readonly calm?: number;
}

/**
 * Reads data and keeps it up to date: at once when the server tells of a change, and slowly by itself. A change that comes
 * without having been told means that the connection is down, or that not all is told: then it polls until the next signal.
 * @public
 */
export function useLiveQuery<T>(
  options: LiveQueryOptions<T>,
): UseQueryResult<T, Error> {
  const { channel, isAbout, calm = 1_000, ...rest } = options;
  const hasSignals = useHasSignals();
  // State and no ref: the query has to hear of it to poll at another pace.
  const [trusted, setTrusted] = useState(true);
  const told = useRef(false);
  const query = useSlipwayQuery({
    ...rest,
    refetchInterval: hasSignals && trusted ? TOLD_MS : POLLED_MS,
  });
  const { data, dataUpdatedAt } = query;
  const seen = useRef(data);
  useEffect(() => {
    const isNews = seen.current !== undefined && seen.current !== data;
    if (isNews && !told.current) setTrusted(false);
    seen.current = data;
    told.current = false;
  }, [data, dataUpdatedAt]);
  useChannel({
    channel,
    calm,
    isAbout: message => {
      setTrusted(true);
      const about = data !== undefined && (isAbout?.(message, data) ?? true);
      told.current ||= about;
      return about;
    },
    onChange: () => query.refetch({ cancelRefetch: false }),
  });
  return query;
}
