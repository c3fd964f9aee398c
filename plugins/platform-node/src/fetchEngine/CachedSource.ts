import { isDeepStrictEqual } from 'node:util';
import { SourceResult } from '@slipway/platform-common';
import { durationToMilliseconds } from '@backstage/types';
import { LRUCache } from 'lru-cache';
import { ChangeFeed } from './ChangeFeed';
import { Entry, isUsable, toResult } from './Entry';
import { KeepFresh } from './KeepFresh';
import { KeyLoader, Loaded } from './KeyLoader';
import { Patience } from './Patience';
import { Ttl } from './Ttl';
import { ReadOptions, Source, SourceOptions, UpstreamError } from './types';

const DEFAULT_MAX_ENTRIES = 20_000;
/** How long a reader waits for a fresh value before the last one is shown. */
const FRESH_GRACE_MS = 400;
/** The same, where the last one is of before a change. */
const CHANGED_GRACE_MS = 4_000;
const DEFAULT_PATIENCE = { seconds: 4 };

interface Asked<K> {
  readonly key: K;
}

/** A key that was forgotten, and what it was, so that the next value can be told from it. */
interface Forgotten<T> {
  readonly at: number;
  readonly value?: T;
}

/** The cache of one source: single flight, TTL, stale while revalidate, last known good. */
export class CachedSource<K, T> implements Source<K, T> {
  readonly #options: SourceOptions<K, T>;
  readonly #loader: KeyLoader<K, T>;
  readonly #ttl: Ttl<T>;
  readonly #patienceMs: number;
  readonly #cache: LRUCache<string, Entry<T>, Asked<K>>;
  readonly #forgotten = new LRUCache<string, Forgotten<T>>({ max: 1_000 });
  readonly #keepFresh: KeepFresh<K>;
  readonly #changes: ChangeFeed<K, T>;

  constructor(
    options: SourceOptions<K, T>,
    loader: KeyLoader<K, T>,
    failed: (error: unknown) => void,
  ) {
    this.#options = options;
    this.#loader = loader;
    this.#ttl = new Ttl(options);
    this.#changes = new ChangeFeed(failed);
    this.#patienceMs = durationToMilliseconds(
      options.patience ?? DEFAULT_PATIENCE,
    );
    this.#cache = new LRUCache<string, Entry<T>, Asked<K>>({
      max: options.maxEntries ?? DEFAULT_MAX_ENTRIES,
      // Each entry has its own; this one turns them on.
      ttl: 1,
      ttlResolution: 0,
      noDeleteOnStaleGet: true,
      ignoreFetchAbort: true,
      perf: { now: () => Date.now() },
      fetchMethod: (id, previous, { context, options: settings }) =>
        this.#load(id, context.key, { previous, settings }),
    });
    this.#keepFresh = new KeepFresh({
      refresh: key => {
        this.#fetch(key, { forceRefresh: true }).catch(failed);
      },
      together: (options.maxBatch ?? 1) > 1,
      onlyIfPolled: options.keepFresh === 'polled',
    });
  }

  async get(key: K, options?: ReadOptions): Promise<SourceResult<T>> {
    const [result] = await this.getMany([key], options);
    return result;
  }

  async getMany(
    keys: readonly K[],
    options?: ReadOptions,
  ): Promise<SourceResult<T>[]> {
    const patience = new Patience();
    try {
      return await Promise.all(
        keys.map(key => this.#get(key, patience, options)),
      );
    } finally {
      patience.end();
    }
  }

  last(key: K): SourceResult<T> | undefined {
    const id = this.#options.key(key);
    const entry = this.#cache.peek(id, { allowStale: true });
    return (
      entry && toResult(entry, this.#options.describe(key), this.#isFresh(id))
    );
  }

  onChange(listener: Parameters<Source<K, T>['onChange']>[0]): () => void {
    return this.#changes.listen(listener);
  }

  invalidate(key: K): void {
    this.#forget(key);
    this.#cache.delete(this.#options.key(key));
  }

  expire(key: K): void {
    const id = this.#options.key(key);
    const known = this.#forget(key);
    // Either way, who reads now does not join a read that began before.
    if (known) this.#cache.set(id, known, { ttl: 1, start: Date.now() - 2 });
    else this.#cache.delete(id);
  }

  /** Ends the reads that nobody asked for. */
  stop(): void {
    this.#keepFresh.stop();
    this.#changes.stop();
  }

  /** Makes sure that nothing which was read before now is taken for new; gives what is known. */
  #forget(key: K): Entry<T> | undefined {
    const id = this.#options.key(key);
    const known = this.#cache.peek(id, { allowStale: true });
    const { value = known?.value } = this.#forgotten.get(id) ?? {};
    this.#forgotten.set(id, { at: Date.now(), value });
    this.#loader.forget?.(key);
    return known;
  }

  async #get(
    key: K,
    patience: Patience,
    options: ReadOptions = {},
  ): Promise<SourceResult<T>> {
    const id = this.#options.key(key);
    const known = this.#cache.get(id, { allowStale: true });
    const isFresh = this.#isFresh(id);
    if (options.watch !== false && this.#options.keepFresh !== false) {
      this.#keepFresh.read(id, key, known && this.#ttl.pace(known));
    }
    if (known && isFresh) {
      return toResult(known, this.#options.describe(key), true);
    }
    const read = await patience.wait(
      this.#fetch(key),
      this.#longestWait(id, known),
    );
    const entry = read ?? known ?? {};
    return toResult(entry, this.#options.describe(key), entry === read);
  }

  /** What is known may be shown soon, unless it is known to be of before a change; nothing at all is no answer. */
  #longestWait(id: string, known: Entry<T> | undefined): number {
    if (!known || !isUsable(known)) return this.#patienceMs;
    return this.#forgotten.has(id) ? CHANGED_GRACE_MS : FRESH_GRACE_MS;
  }

  async #fetch(
    key: K,
    options?: { forceRefresh: boolean },
  ): Promise<Entry<T> | undefined> {
    return this.#cache.fetch(this.#options.key(key), {
      ...options,
      context: { key },
    });
  }

  async #load(
    id: string,
    key: K,
    last: { previous?: Entry<T>; settings: { ttl?: number } },
  ): Promise<Entry<T>> {
    const { previous, settings } = last;
    const forgotten = this.#forgotten.get(id);
    const loaded = await this.#loader.load(key, {
      newerThan: forgotten?.at ?? previous?.readAt ?? 0,
    });
    const entry = this.#toEntry(loaded, previous);
    if (this.#forgotten.get(id) !== forgotten) {
      // Read before the change that made it forgotten: good for who waits for it, and for nobody else.
      settings.ttl = 1;
      return entry;
    }
    this.#forgotten.delete(id);
    settings.ttl = Math.max(1, this.#ttl.remaining(entry));
    this.#keepFresh.paced(id, this.#ttl.pace(entry));
    this.#noteChange(id, key, { ...(forgotten ?? previous), entry });
    return entry;
  }

  #toEntry(
    loaded: Loaded<T> | UpstreamError,
    previous: Entry<T> | undefined,
  ): Entry<T> {
    if (!(loaded instanceof UpstreamError)) {
      return { ...loaded, usableForMs: this.#ttl.usableFor(loaded.value) };
    }
    // What is gone is gone; every other failure leaves the last known good value in place.
    return loaded.state === 'not_found'
      ? { failure: loaded }
      : { ...previous, failure: loaded };
  }

  #noteChange(
    id: string,
    key: K,
    { value: previous, entry }: { value?: T; entry: Entry<T> },
  ): void {
    const { equals = isDeepStrictEqual } = this.#options;
    const { value: current } = entry;
    if (!this.#changes.hasListeners || previous === undefined) {
      return;
    }
    if (current === undefined || !equals(previous, current)) {
      this.#changes.add(id, { key, previous, current });
    }
  }

  #isFresh(id: string): boolean {
    return this.#cache.getRemainingTTL(id) > 0;
  }
}
