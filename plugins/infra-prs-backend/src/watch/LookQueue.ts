const AT_ONCE = 4;
/** How long to wait after each failure; then a poll has to make up for it. */
const PAUSES_MS = [2_000, 10_000, 60_000];

/**
 * Looks at changes, each by one look at a time. However often one is asked for while it waits, it is looked at once; asked for
 * while a look is under way, it is looked at once more, since that look may have begun too early.
 */
export class LookQueue {
  readonly #look: (number: number) => Promise<unknown>;
  readonly #failed: (number: number, error: unknown) => void;
  readonly #urgent = new Set<number>();
  readonly #waiting = new Set<number>();
  readonly #running = new Set<number>();
  readonly #failures = new Map<number, number>();
  readonly #timers = new Set<NodeJS.Timeout>();
  #idle: Array<() => void> = [];
  #stopped = false;

  constructor(options: {
    look: (number: number) => Promise<unknown>;
    failed: (number: number, error: unknown) => void;
  }) {
    this.#look = options.look;
    this.#failed = options.failed;
  }

  /** @param urgency - `later`: whatever else is asked for goes first */
  ask(number: number, urgency: 'now' | 'later' = 'now'): void {
    if (this.#stopped) return;
    if (urgency === 'now') {
      this.#waiting.delete(number);
      this.#urgent.add(number);
    } else if (!this.#urgent.has(number)) {
      this.#waiting.add(number);
    }
    this.#pump();
  }

  /** Ends once there is nothing to look at; what waits after a failure does not count. */
  async idle(): Promise<void> {
    if (this.#isIdle()) return;
    await new Promise<void>(resolve => {
      this.#idle.push(resolve);
    });
  }

  stop(): void {
    this.#stopped = true;
    this.#urgent.clear();
    this.#waiting.clear();
    for (const timer of this.#timers) clearTimeout(timer);
  }

  #isIdle(): boolean {
    return this.#urgent.size + this.#waiting.size + this.#running.size === 0;
  }

  #next(): number | undefined {
    for (const asked of [this.#urgent, this.#waiting]) {
      for (const number of asked) {
        if (this.#running.has(number)) continue;
        asked.delete(number);
        return number;
      }
    }
    return undefined;
  }

  #pump(): void {
    while (this.#running.size < AT_ONCE) {
      const number = this.#next();
      if (number === undefined) break;
      this.#running.add(number);
      void this.#run(number);
    }
    if (!this.#isIdle()) return;
    for (const resolve of this.#idle.splice(0)) resolve();
  }

  async #run(number: number): Promise<void> {
    try {
      await this.#look(number);
      this.#failures.delete(number);
    } catch (error) {
      this.#failed(number, error);
      this.#askAgain(number);
    } finally {
      this.#running.delete(number);
      this.#pump();
    }
  }

  #askAgain(number: number): void {
    const failures = this.#failures.get(number) ?? 0;
    const pause = PAUSES_MS[failures];
    if (pause === undefined || this.#stopped) {
      this.#failures.delete(number);
      return;
    }
    this.#failures.set(number, failures + 1);
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.ask(number);
    }, pause);
    timer.unref();
    this.#timers.add(timer);
  }
}
