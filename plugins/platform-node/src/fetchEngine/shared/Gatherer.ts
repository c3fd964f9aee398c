import pLimit from 'p-limit';

/** Reads that come this close together are looked up together. */
const WINDOW_MS = 5;
const GROUPS_AT_A_TIME = 2;

/** Gathers what comes within a moment into groups, and runs a few of them at a time. */
export class Gatherer<A> {
  readonly #groupSize: number;
  readonly #run: (group: readonly A[]) => Promise<void>;
  readonly #limit = pLimit(GROUPS_AT_A_TIME);
  #waiting: A[] = [];

  constructor(options: {
    groupSize: number;
    run: (group: readonly A[]) => Promise<void>;
  }) {
    this.#groupSize = options.groupSize;
    this.#run = options.run;
  }

  add(item: A): void {
    this.#waiting.push(item);
    if (this.#waiting.length === 1) {
      setTimeout(() => this.#flush(), WINDOW_MS);
    }
  }

  #flush(): void {
    const all = this.#waiting;
    this.#waiting = [];
    if (all.length > this.#groupSize) {
      // Replicas that begin at once meet in the middle instead of racing for the same keys.
      shuffle(all);
    }
    for (let at = 0; at < all.length; at += this.#groupSize) {
      const group = all.slice(at, at + this.#groupSize);
      void this.#limit(() => this.#run(group));
    }
  }
}

function shuffle(items: unknown[]): void {
  for (let at = items.length - 1; at > 0; at -= 1) {
    const other = Math.floor(Math.random() * (at + 1));
    [items[at], items[other]] = [items[other], items[at]];
  }
}
