import { useQuery, UseQueryResult } from '@tanstack/react-query';

/** Milliseconds between refreshes of what is on the screen. @public */
export const DEFAULT_REFRESH_MS = 10_000;

/** @public */
export interface SlipwayQueryOptions<T> {
  /** What is read, unique to the plugin: `slipway-queues.queues`. */
  readonly name: string;
  /** Whom it is about: an entity ref. Data of another subject is never shown in its place. */
  readonly subject: string;
  /** Anything else that changes the answer, such as the range of a chart. Old data stays until the new is there. */
  readonly parameters?: Readonly<Record<string, string | number | undefined>>;
  queryFn(context: { signal: AbortSignal }): Promise<T>;
  /** Milliseconds, `false` for never; default 10 s. No refresh happens in a hidden tab. */
  readonly refetchInterval?: number | false | ((data: T | undefined) => number);
  readonly enabled?: boolean;
}

/**
 * Reads data and keeps it up to date without flicker. Needs a {@link SlipwayQueryProvider} around it.
 * @public
 */
export function useSlipwayQuery<T>(
  options: SlipwayQueryOptions<T>,
): UseQueryResult<T, Error> {
  const { name, subject, parameters, refetchInterval, enabled } = options;
  return useQuery<T, Error>({
    queryKey: [name, subject, parameters ?? {}],
    queryFn: ({ signal }) => options.queryFn({ signal }),
    enabled,
    refetchInterval:
      typeof refetchInterval === 'function'
        ? query => refetchInterval(query.state.data)
        : refetchInterval ?? DEFAULT_REFRESH_MS,
    placeholderData: (previous, query) =>
      query?.queryKey[0] === name && query.queryKey[1] === subject
        ? previous
        : undefined,
  });
}
