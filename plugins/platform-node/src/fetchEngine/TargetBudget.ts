import pLimit from 'p-limit';
import { UpstreamError } from './types';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
/** One slow call is not an outage: so many in a row are. */
const UNREACHABLE_BEFORE_PAUSE = 3;

/**
 * What one target (an account and region, an Argo CD) may be asked at a time, and when it is left alone. A target that
 * throttles, or is down, is paused for longer each time; reads during a pause fail at once with its last error.
 */
export class TargetBudget {
  readonly #limit: ReturnType<typeof pLimit>;
  #failures = 0;
  #unreachable = 0;
  #pausedUntil = 0;
  #lastError: UpstreamError | undefined;

  constructor(concurrency: number) {
    this.#limit = pLimit(concurrency);
  }

  /** Runs `task` when there is room. */
  async run<T>(task: () => Promise<T>): Promise<T> {
    return this.#limit(async () => {
      if (this.#lastError && Date.now() < this.#pausedUntil) {
        throw this.#lastError;
      }
      return task();
    });
  }

  succeeded(): void {
    this.#failures = 0;
    this.#unreachable = 0;
    this.#pausedUntil = 0;
    this.#lastError = undefined;
  }

  failed(error: UpstreamError): void {
    if (error.state === 'unreachable') {
      this.#unreachable += 1;
    }
    const pauses =
      error.state === 'throttled' ||
      (error.state === 'unreachable' &&
        this.#unreachable >= UNREACHABLE_BEFORE_PAUSE);
    // Calls that were under way when the pause began must not lengthen it.
    if (!pauses || Date.now() < this.#pausedUntil) {
      return;
    }
    const pause = Math.min(
      FIRST_PAUSE_MS * 2 ** this.#failures,
      LONGEST_PAUSE_MS,
    );
    this.#failures += 1;
    this.#pausedUntil = Date.now() + pause;
    this.#lastError = error;
  }
}
