import { CacheService, LoggerService } from '@backstage/backend-plugin-api';

/** Less than a reader waits before it is shown the last value, so that no cache holds a page up. */
const DEADLINE_MS = 250;
/** How long a cache that failed is left alone. */
const RETRY_MS = 5_000;

/** An entry of the shared store. */
export interface SharedItem {
  readonly key: string;
  readonly value: string;
  readonly ttlMs: number;
}

/**
 * What replicas share, in Backstage's cache. Never throws and never takes long: while the cache is down or slow, all is
 * as if it were empty.
 */
export class SharedStore {
  readonly #cache: CacheService;
  readonly #logger: LoggerService;
  #retryAt: number | undefined;

  constructor(deps: { cache: CacheService; logger: LoggerService }) {
    this.#cache = deps.cache;
    this.#logger = deps.logger;
  }

  /** Values in the order of the keys; `undefined` as a whole when the cache cannot say. */
  async read(
    keys: readonly string[],
  ): Promise<ReadonlyArray<string | undefined> | undefined> {
    return this.#attempt(async () => {
      const values = await Promise.all(keys.map(key => this.#cache.get(key)));
      return values.map(value =>
        typeof value === 'string' ? value : undefined,
      );
    });
  }

  /** Whether all were written. */
  async write(items: readonly SharedItem[]): Promise<boolean> {
    const done = await this.#attempt(async () => {
      await Promise.all(
        items.map(({ key, value, ttlMs }) =>
          this.#cache.set(key, value, { ttl: ttlMs }),
        ),
      );
      return true;
    });
    return done ?? false;
  }

  async remove(keys: readonly string[]): Promise<void> {
    if (keys.length === 0) {
      return;
    }
    await this.#attempt(() =>
      Promise.all(keys.map(key => this.#cache.delete(key))),
    );
  }

  async #attempt<V>(task: () => Promise<V>): Promise<V | undefined> {
    if (this.#retryAt !== undefined) {
      if (Date.now() < this.#retryAt) {
        return undefined;
      }
      // One attempt finds out whether it is back; the others go on without.
      this.#retryAt = Date.now() + RETRY_MS;
    }
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new Error(`no answer within ${DEADLINE_MS} ms`)),
        DEADLINE_MS,
      );
    });
    try {
      const value = await Promise.race([task(), late]);
      this.#succeeded();
      return value;
    } catch (error) {
      this.#failed(error);
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  }

  #succeeded(): void {
    if (this.#retryAt !== undefined) {
      this.#retryAt = undefined;
      this.#logger.info('The shared cache answers again');
    }
  }

  #failed(error: unknown): void {
    if (this.#retryAt === undefined) {
      this.#logger.warn(
        'The shared cache (backend.cache) does not answer; each replica reads upstreams by itself meanwhile',
        error as Error,
      );
    }
    this.#retryAt = Date.now() + RETRY_MS;
  }
}
