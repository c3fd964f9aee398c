import { Millis, WorldClock } from './types';

interface Task {
  readonly period: number;
  readonly run: () => void | Promise<void>;
  due: Millis;
}

/** A wall clock that fell this far behind (a laptop that slept) skips what it missed. */
const MAX_CATCH_UP_MS = 120_000;

/** Simulated time that follows the wall clock, or stands still until `advance` moves it. */
export class DefaultWorldClock implements WorldClock {
  readonly #tasks = new Set<Task>();
  readonly #wallStart = Date.now();
  #time: Millis;
  #offset = 0;
  #timer: NodeJS.Timeout | undefined;
  #busy: Promise<void> = Promise.resolve();
  #running = false;

  private constructor(readonly mode: 'wall' | 'manual', start: Millis) {
    this.#time = start;
    this.#offset = start - this.#wallStart;
  }

  static create(options?: {
    mode?: 'wall' | 'manual';
    /** Where simulated time starts; default now. */
    start?: Millis;
  }): DefaultWorldClock {
    const clock = new DefaultWorldClock(
      options?.mode ?? 'wall',
      options?.start ?? Date.now(),
    );
    clock.#schedule();
    return clock;
  }

  now(): Millis {
    return this.mode === 'manual' || this.#running
      ? this.#time
      : Math.max(this.#time, Date.now() + this.#offset);
  }

  advance(ms: number): Promise<void> {
    return this.#queue(async () => {
      const target = this.now() + Math.max(0, ms);
      await this.#runUntil(target);
      this.#offset = target - Date.now();
    });
  }

  every(ms: number, task: () => void | Promise<void>): () => void {
    const entry: Task = { period: ms, run: task, due: this.now() + ms };
    this.#tasks.add(entry);
    return () => this.#tasks.delete(entry);
  }

  /** Ends the wall timer; nothing runs any more but by `advance`. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #schedule(): void {
    if (this.mode === 'wall') {
      this.#timer = setTimeout(() => this.#tick(), 100);
      this.#timer.unref();
    }
  }

  async #tick(): Promise<void> {
    await this.#queue(async () => {
      const now = this.now();
      for (const task of this.#tasks) {
        task.due = Math.max(task.due, now - MAX_CATCH_UP_MS);
      }
      await this.#runUntil(now);
    });
    if (this.#timer) {
      this.#schedule();
    }
  }

  #queue(work: () => Promise<void>): Promise<void> {
    this.#busy = this.#busy.then(work);
    return this.#busy;
  }

  async #runUntil(target: Millis): Promise<void> {
    this.#running = true;
    for (let task = this.#next(target); task; task = this.#next(target)) {
      this.#time = Math.max(this.#time, task.due);
      task.due += task.period;
      await this.#run(task);
    }
    this.#time = Math.max(this.#time, target);
    this.#running = false;
  }

  #next(target: Millis): Task | undefined {
    let first: Task | undefined;
    for (const task of this.#tasks) {
      if (task.due <= target && (!first || task.due < first.due)) {
        first = task;
      }
    }
    return first;
  }

  async #run(task: Task): Promise<void> {
    try {
      await task.run();
    } catch (error) {
      // One broken task must not stop the world's time.
      process.stderr.write(`local-world: a timed task failed: ${error}\n`);
    }
  }
}
