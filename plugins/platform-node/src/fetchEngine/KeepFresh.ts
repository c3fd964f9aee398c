/** A key counts as watched for this long after a read: pages ask again every 10 s. */
const WATCHED_MS = 25_000;
/** Refreshed a little before it runs out, so that no reader meets an expired value. */
const SHARE_OF_TTL = 0.9;
/** What holds for longer than this is read again by whoever asks next. */
const LONGEST_TTL_MS = 2 * 60_000;

/**
 * Refreshes what somebody looks at, all keys of a source at once.
 *
 * The pace is set by the clock and not by the readers, so that 50 viewers cost exactly the upstream calls of one, and
 * the keys of one refresh share batches.
 */
export class KeepFresh<K> {
  readonly #periodMs: number;
  readonly #refresh: (key: K) => void;
  readonly #watched = new Map<string, { key: K; readAt: number }>();
  #timer: NodeJS.Timeout | undefined;

  constructor(ttlMs: number, refresh: (key: K) => void) {
    this.#periodMs = ttlMs <= LONGEST_TTL_MS ? ttlMs * SHARE_OF_TTL : 0;
    this.#refresh = refresh;
  }

  /** Notes that somebody read a key. */
  read(id: string, key: K): void {
    if (this.#periodMs === 0) {
      return;
    }
    this.#watched.set(id, { key, readAt: Date.now() });
    if (!this.#timer) {
      this.#timer = setInterval(() => this.#sweep(), this.#periodMs);
      this.#timer.unref();
    }
  }

  #sweep(): void {
    for (const [id, { key, readAt }] of this.#watched) {
      if (Date.now() - readAt > WATCHED_MS) {
        this.#watched.delete(id);
      } else {
        this.#refresh(key);
      }
    }
    if (this.#watched.size === 0) {
      this.stop();
    }
  }

  /** Refreshes nothing until somebody reads again. */
  stop(): void {
    this.#watched.clear();
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
