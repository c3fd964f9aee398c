/** A key counts as watched for this long after a read, at least: pages ask again every 10 s. */
const WATCHED_MS = 25_000;
/** Refreshed a little before it runs out, so that no reader meets an expired value. */
const SHARE_OF_TTL = 0.9;
/** What holds for longer than this is read again by whoever asks next. */
const LONGEST_TTL_MS = 2 * 60_000;
/** A key that is spread gets to its place at once, but is not read twice within this time or share of its period. */
const SHORTEST_STEP_MS = 5_000;
const SHORTEST_STEP = 0.7;
/** A page may ask for one thing several times while it opens; who asks again after this keeps asking. */
const POLLED_AFTER_MS = 5_000;
/** How exactly the pace is kept. */
const TICK_MS = 250;

interface Watched<K> {
  readonly key: K;
  readonly firstReadAt: number;
  /** Nobody is known to ask again and again. */
  isIdle: boolean;
  readAt: number;
  periodMs: number;
  dueAt: number;
}

/**
 * Refreshes what somebody looks at, each key at its own pace.
 *
 * The pace is set by the clock and not by the readers, so that 50 viewers cost exactly the upstream calls of one: a key
 * is due at the multiples of its period since somebody began to look. Keys of a source that batches are due together and share batches; those of one
 * that does not are spread evenly over the period, so that thousands never come at once.
 */
export class KeepFresh<K> {
  readonly #options: {
    readonly refresh: (key: K) => void;
    readonly together: boolean;
    readonly onlyIfPolled: boolean;
  };
  readonly #watched = new Map<string, Watched<K>>();
  #timer: NodeJS.Timeout | undefined;
  /** Periods are counted from here: when somebody began to look. */
  #epoch = 0;

  constructor(options: {
    refresh: (key: K) => void;
    together: boolean;
    /** Refreshes only what somebody asks for again and again. */
    onlyIfPolled: boolean;
  }) {
    this.#options = options;
  }

  /** Notes that somebody read a key, which is fresh for `ttlMs` where that is known. */
  read(id: string, key: K, ttlMs: number | undefined): void {
    const known = this.#watched.get(id);
    if (known) {
      this.#readAgain(id, known, ttlMs);
      return;
    }
    if (!this.#timer) {
      this.#epoch = Date.now();
      this.#timer = setInterval(() => this.#sweep(), TICK_MS);
      this.#timer.unref();
    }
    this.#watched.set(id, {
      key,
      firstReadAt: Date.now(),
      isIdle: this.#options.onlyIfPolled,
      readAt: Date.now(),
      periodMs: 0,
      dueAt: Infinity,
    });
    if (ttlMs !== undefined) {
      this.paced(id, ttlMs);
    }
  }

  #readAgain(id: string, known: Watched<K>, ttlMs: number | undefined): void {
    known.readAt = Date.now();
    if (!known.isIdle) return;
    if (known.readAt - known.firstReadAt < POLLED_AFTER_MS) return;
    known.isIdle = false;
    if (ttlMs !== undefined) this.paced(id, ttlMs);
  }

  /** Sets the pace of a key, if it is watched. */
  paced(id: string, ttlMs: number): void {
    const watched = this.#watched.get(id);
    const periodMs = ttlMs <= LONGEST_TTL_MS ? ttlMs * SHARE_OF_TTL : 0;
    if (!watched || watched.isIdle || watched.periodMs === periodMs) {
      return;
    }
    watched.periodMs = periodMs;
    watched.dueAt =
      periodMs === 0 ? Infinity : this.#next(id, periodMs, Date.now());
  }

  /** Refreshes nothing until somebody reads again. */
  stop(): void {
    this.#watched.clear();
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #sweep(): void {
    const now = Date.now();
    for (const [id, watched] of this.#watched) {
      if (now - watched.readAt > Math.max(WATCHED_MS, watched.periodMs)) {
        this.#watched.delete(id);
      } else if (watched.dueAt <= now + TICK_MS / 2) {
        watched.dueAt = this.#next(
          id,
          watched.periodMs,
          Math.max(now, watched.dueAt),
        );
        this.#options.refresh(watched.key);
      }
    }
    if (this.#watched.size === 0) {
      this.stop();
    }
  }

  /** After `time`, by one period at most, since the value would run out. */
  #next(id: string, periodMs: number, time: number): number {
    const { together } = this.#options;
    const phase = this.#epoch + (together ? 0 : hash(id) % periodMs);
    const step = Math.min(SHORTEST_STEP_MS, SHORTEST_STEP * periodMs);
    const earliest = together ? time + 1 : time + step;
    const due = phase + Math.ceil((earliest - phase) / periodMs) * periodMs;
    return due <= time + periodMs ? due : earliest;
  }
}

/** FNV-1a: spreads keys evenly over a period. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return value >>> 0;
}
