import { durationToMilliseconds } from '@backstage/types';
import { Entry } from './Entry';
import { SourceOptions } from './types';

/** A failure is not asked for again at once, nor kept for long. */
const FAILURE_MS = 5_000;
/** What does not mend by itself within seconds: refused, missing, set up wrongly. */
const LASTING_FAILURE_MS = 60_000;
/** No pace is faster, whatever a source asks for. */
const SHORTEST_MS = 100;

/** How long results of one source are fresh and usable. All times in milliseconds. */
export class Ttl<T> {
  readonly #fresh: SourceOptions<never, T>['ttl'];
  readonly #staleForMs: number;

  constructor(options: Pick<SourceOptions<never, T>, 'ttl' | 'staleFor'>) {
    this.#fresh = options.ttl;
    this.#staleForMs = durationToMilliseconds(options.staleFor);
  }

  ofValue(value: T): number {
    const ttl =
      typeof this.#fresh === 'function' ? this.#fresh(value) : this.#fresh;
    return Math.max(SHORTEST_MS, durationToMilliseconds(ttl));
  }

  usableFor(value: T): number {
    return this.ofValue(value) + this.#staleForMs;
  }

  /** From now until a reader reads an entry anew that was just made. */
  remaining(entry: Entry<T>): number {
    return entry.failure
      ? Math.min(this.#ofFailure(entry), this.pace(entry))
      : this.pace(entry) + (entry.readAt ?? 0) - Date.now();
  }

  /** Between two reads of a key that is watched. */
  pace(entry: Entry<T>): number {
    if (entry.value !== undefined) {
      return this.ofValue(entry.value);
    }
    return typeof this.#fresh === 'function'
      ? this.#ofFailure(entry)
      : durationToMilliseconds(this.#fresh);
  }

  #ofFailure({ failure }: Entry<T>): number {
    const passes =
      failure?.state === 'throttled' || failure?.state === 'unreachable';
    return passes ? FAILURE_MS : LASTING_FAILURE_MS;
  }
}
