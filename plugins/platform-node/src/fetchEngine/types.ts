import { SourceRef, SourceResult, SourceState } from '@slipway/platform-common';
import { HumanDuration } from '@backstage/types';

/**
 * How values travel between replicas: as JSON.
 * @public
 */
export interface SharedValues<T> {
  /** Tells sources of one upstream and operation apart; default: none. */
  readonly name?: string;
  /** Into plain JSON, for values with dates or maps, or to save space; default: the value as it is. */
  encode?(value: T): unknown;
  /** Back, checked, since it may come from another release; what it throws at is read from the upstream instead. */
  decode(json: unknown): T;
}

/**
 * One kind of upstream read: how to name it, how long it holds and how to load many at once.
 * @public
 */
export interface SourceOptions<K, T> {
  /** Id of the upstream, such as `sqs`: label of the metrics and half of the budget key. */
  readonly upstream: string;
  /** Operation, such as `GetQueueAttributes`: label of the metrics. */
  readonly operation: string;
  /** Cache key; equal keys share one read. */
  key(key: K): string;
  /**
   * What fails together and shares a concurrency budget: an account and region, an Argo CD instance. Keys of
   * different targets are never in one batch.
   */
  target(key: K): string;
  /** What a person is told the result is about. */
  describe(key: K): SourceRef;
  /**
   * How long a result is fresh. A function gives each key a pace of its own after its last value, such as 10 s for a busy
   * queue and 2 min for an idle one.
   */
  readonly ttl: HumanDuration | ((value: T) => HumanDuration);
  /**
   * Whether a key that is being looked at is read anew by itself each `ttl`, so that the number of viewers does not
   * matter; default true, and only where `ttl` is two minutes at most. `polled` does so only while somebody asks again and
   * again, for pages that mostly wait until they are told of a change: what is read once a minute is not kept fresh between.
   */
  readonly keepFresh?: boolean | 'polled';
  /**
   * Lets replicas share what one of them read, through `backend.cache` where that is not in memory. Only for values that
   * do not depend on who asks. Of several with one upstream and operation each needs a `name`.
   */
  readonly shared?: SharedValues<T>;
  /** How many keys are kept; those that nobody read for the longest go first. Default 20,000. */
  readonly maxEntries?: number;
  /** Whether two values are the same to {@link Source.onChange}; default: deeply equal. */
  equals?(previous: T, current: T): boolean;
  /** How long after that it may still be shown, as `stale`, while it is read anew or the upstream fails. */
  readonly staleFor: HumanDuration;
  /** How long one upstream call may take. */
  readonly deadline: HumanDuration;
  /**
   * How long a reader waits when there is nothing to show yet; default 4 s. The read goes on for the next reader, so
   * that one hanging upstream never holds up what the others answered.
   */
  readonly patience?: HumanDuration;
  /** Keys in one `load`; default 1 (no batching). */
  readonly maxBatch?: number;
  /** Loads at a time for one target; default 4. */
  readonly concurrency?: number;
  /**
   * Reads the keys, all of one target. A key that is missing in the reply counts as `not_found`; a thrown
   * {@link UpstreamError} fails all keys, an UpstreamError as a value only its own.
   */
  load(
    keys: readonly K[],
    context: { signal: AbortSignal },
  ): Promise<ReadonlyMap<string, T | UpstreamError>>;
}

/** How a key is read. @public */
export interface ReadOptions {
  /** Whether the key is kept fresh from now on, as for a page; `false` for a single look, such as a scheduled check. Default true. */
  readonly watch?: boolean;
}

/** A key that has another value than before. @public */
export interface SourceChange<K, T> {
  readonly key: K;
  readonly previous: T;
  /** Left out when it is gone at the upstream. */
  readonly current?: T;
}

/** A cached, batched, bounded upstream read. @public */
export interface Source<K, T> {
  get(key: K, options?: ReadOptions): Promise<SourceResult<T>>;
  /** In the order of the keys; one failed key never fails the others. */
  getMany(
    keys: readonly K[],
    options?: ReadOptions,
  ): Promise<SourceResult<T>[]>;
  /** What is known of a key, however old; neither reads nor watches it. */
  last(key: K): SourceResult<T> | undefined;
  /** Forgets a key after a change that Slipway itself made. */
  invalidate(key: K): void;
  /**
   * As {@link Source.invalidate}, for values of which a change touches but a part: who reads waits for a new one, and is
   * shown the last one as stale where none comes in time.
   */
  expire(key: K): void;
  /**
   * Tells of keys that were read anew and have another value, those of a moment together. First values and failures are no
   * changes. Gives the function that ends it.
   */
  onChange(
    listener: (
      changes: ReadonlyArray<SourceChange<K, T>>,
    ) => void | Promise<void>,
  ): () => void;
}

/**
 * The one way upstream data is read: batching, single flight, TTL cache, stale-while-revalidate, last known
 * good, budgets, deadlines, metrics. Viewers never add upstream calls.
 * @public
 */
export interface FetchEngine {
  createSource<K, T>(options: SourceOptions<K, T>): Source<K, T>;
}

/** A failed upstream read, mapped once in the client of that upstream. @public */
export class UpstreamError extends Error {
  readonly state: Exclude<SourceState, 'ok' | 'stale'>;
  readonly fix?: string;

  constructor(
    state: Exclude<SourceState, 'ok' | 'stale'>,
    message: string,
    options?: { fix?: string; cause?: unknown },
  ) {
    super(message, { cause: options?.cause });
    this.name = 'UpstreamError';
    this.state = state;
    this.fix = options?.fix;
  }
}
