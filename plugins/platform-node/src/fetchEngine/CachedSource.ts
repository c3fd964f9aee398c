import { SourceResult } from '@slipway/platform-common';
import { durationToMilliseconds } from '@backstage/types';
import { LRUCache } from 'lru-cache';
import { BatchLoader } from './BatchLoader';
import { KeepFresh } from './KeepFresh';
import { Source, SourceOptions, UpstreamError } from './types';

const MAX_ENTRIES = 5_000;
/** A failure is not asked for again at once, nor kept for long. */
const FAILURE_TTL_MS = 5_000;
/** How long a reader waits for a fresh value before the last one is shown. */
const FRESH_GRACE_MS = 400;
const DEFAULT_PATIENCE = { seconds: 4 };

interface Entry<T> {
  readonly value?: T;
  readonly readAt?: number;
  readonly failure?: UpstreamError;
}

interface Asked<K> {
  readonly key: K;
}

/** The cache of one source: single flight, TTL, stale while revalidate, last known good. */
export class CachedSource<K, T> implements Source<K, T> {
  readonly #options: SourceOptions<K, T>;
  readonly #usableForMs: number;
  readonly #patienceMs: number;
  readonly #cache: LRUCache<string, Entry<T>, Asked<K>>;
  readonly #keepFresh: KeepFresh<K>;

  constructor(options: SourceOptions<K, T>, loader: BatchLoader<K, T>) {
    const ttl = durationToMilliseconds(options.ttl);
    this.#options = options;
    this.#patienceMs = durationToMilliseconds(
      options.patience ?? DEFAULT_PATIENCE,
    );
    this.#usableForMs = ttl + durationToMilliseconds(options.staleFor);
    this.#cache = new LRUCache<string, Entry<T>, Asked<K>>({
      max: MAX_ENTRIES,
      ttl,
      ttlResolution: 0,
      noDeleteOnStaleGet: true,
      ignoreFetchAbort: true,
      perf: { now: () => Date.now() },
      fetchMethod: async (_, previous, { context, options: settings }) => {
        const loaded = await loader.load(context.key);
        if (!(loaded instanceof UpstreamError)) {
          return { value: loaded, readAt: Date.now() };
        }
        settings.ttl = Math.min(ttl, FAILURE_TTL_MS);
        // What is gone is gone; every other failure leaves the last known good value in place.
        return loaded.state === 'not_found'
          ? { failure: loaded }
          : { ...previous, failure: loaded };
      },
    });
    this.#keepFresh = new KeepFresh(
      options.keepFresh === false ? Infinity : ttl,
      key =>
        void this.#cache.fetch(this.#options.key(key), {
          context: { key },
          forceRefresh: true,
        }),
    );
  }

  async get(key: K): Promise<SourceResult<T>> {
    const id = this.#options.key(key);
    this.#keepFresh.read(id, key);
    const known = this.#cache.get(id, { allowStale: true });
    const entry =
      known && this.#isFresh(key) ? known : await this.#read(key, known);
    return this.#toResult(key, entry ?? {}, entry === known);
  }

  async getMany(keys: readonly K[]): Promise<SourceResult<T>[]> {
    return Promise.all(keys.map(key => this.get(key)));
  }

  /** Ends the reads that nobody asked for. */
  stop(): void {
    this.#keepFresh.stop();
  }

  invalidate(key: K): void {
    this.#cache.delete(this.#options.key(key));
  }

  async #read(
    key: K,
    known: Entry<T> | undefined,
  ): Promise<Entry<T> | undefined> {
    const fetched = this.#cache.fetch(this.#options.key(key), {
      context: { key },
    });
    const wait =
      known && this.#isUsable(known) ? FRESH_GRACE_MS : this.#patienceMs;
    return (await orAfter(fetched, wait)) ?? known;
  }

  #isUsable(entry: Entry<T>): boolean {
    return (
      entry.readAt !== undefined &&
      Date.now() - entry.readAt <= this.#usableForMs
    );
  }

  #isFresh(key: K): boolean {
    return this.#cache.getRemainingTTL(this.#options.key(key)) > 0;
  }

  #toResult(key: K, entry: Entry<T>, wasKnown: boolean): SourceResult<T> {
    const source = this.#options.describe(key);
    const { failure, value, readAt } = entry;
    if (readAt !== undefined && this.#isUsable(entry)) {
      const current = !failure && !(wasKnown && !this.#isFresh(key));
      return {
        state: current ? 'ok' : 'stale',
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
      fix: failure
        ? failure.fix
        : 'It is being asked; wait for the next refresh',
    };
  }
}

/** The outcome of `fetched`, or nothing when that takes longer than a reader should wait. */
async function orAfter<V>(
  fetched: Promise<V>,
  milliseconds: number,
): Promise<V | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>(resolve => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  try {
    return await Promise.race([fetched, late]);
  } finally {
    clearTimeout(timer);
  }
}
