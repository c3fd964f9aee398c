import {
  SlipwayQueryOptions,
  useHasSignals,
  useSlipwayQuery,
} from '@slipway/platform-react';
import { useQueuesSignal } from './useQueuesSignal';

/** Milliseconds between refreshes where the server tells of changes; a lost connection costs no more than this. */
const SIGNALLED_MS = 30_000;
const POLLED_MS = 10_000;

/** @internal */
export interface QueuesQueryOptions<T>
  extends Omit<SlipwayQueryOptions<T>, 'refetchInterval'> {
  /** Whether an answer shows the queue of an id: it is read again when that one changed. */
  shows(data: T, id: string): boolean;
  /** Milliseconds between reads that signals ask for; default 2 s. */
  readonly calm?: number;
}

/**
 * Reads data about queues and keeps it up to date: at once when the server tells that a shown queue changed, and slowly by
 * itself. Without signals it polls.
 */
export function useQueuesQuery<T>(options: QueuesQueryOptions<T>) {
  const { shows, calm = 2_000, ...rest } = options;
  const query = useSlipwayQuery({
    ...rest,
    refetchInterval: useHasSignals() ? SIGNALLED_MS : POLLED_MS,
  });
  useQueuesSignal({
    shows: id => query.data !== undefined && shows(query.data, id),
    onChange: () => query.refetch({ cancelRefetch: false }),
    calm,
  });
  return query;
}
