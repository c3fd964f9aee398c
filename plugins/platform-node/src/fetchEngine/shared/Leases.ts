import { randomUUID } from 'node:crypto';
import { SharedStore } from './SharedStore';

/** Longer than it takes to see a free lease and to write one's own; who takes longer has lost. */
const SETTLE_MS = 50;

/**
 * Which replica reads a key now. Backstage's cache cannot set a key only if it is free, so leases are won as in Fischer's
 * mutual exclusion, which needs plain reads and writes only (Lamport, "A fast mutual exclusion algorithm", 1987): see
 * that it is free, write one's own name, wait, and look whether it is still there. Of all who saw it free, the last to
 * write wins.
 */
export class Leases {
  readonly #store: SharedStore;
  readonly #ttlMs: number;
  readonly #owner = randomUUID();

  /** `ttlMs`: after this long a lease ends by itself, as when its replica was killed. */
  constructor(store: SharedStore, ttlMs: number) {
    this.#store = store;
    this.#ttlMs = ttlMs;
  }

  /**
   * Whether each lease was won, in the order of the keys; all are when the store cannot say. `insist` takes free leases
   * even when the store is slow, where two may win.
   */
  async acquire(
    keys: readonly string[],
    { insist }: { insist: boolean },
  ): Promise<boolean[]> {
    const began = performance.now();
    const isLate = (limit: number) =>
      !insist && performance.now() - began > limit;
    const held = await this.#store.read(keys);
    // Its own name is of a try that was too slow, which another replica may not have seen and won.
    const isFree = (holder: string | undefined) =>
      holder === undefined || (insist && holder === this.#owner);
    const free = keys.filter((_, at) => !held || isFree(held[at]));
    if (free.length === 0 || isLate(SETTLE_MS / 2)) {
      return keys.map(() => false);
    }
    const written = await this.#store.write(
      free.map(key => ({ key, value: this.#owner, ttlMs: this.#ttlMs })),
    );
    if (!held || !written) {
      return keys.map(() => true);
    }
    if (isLate(SETTLE_MS)) {
      return keys.map(() => false);
    }
    await new Promise(resolve => setTimeout(resolve, SETTLE_MS));
    const now = await this.#store.read(free);
    const won = new Set(
      // Gone again: another replica is done already, or the cache keeps nothing.
      free.filter((_, at) => (now?.[at] ?? this.#owner) === this.#owner),
    );
    return keys.map(key => won.has(key));
  }

  async release(keys: readonly string[]): Promise<void> {
    await this.#store.remove(keys);
  }
}
