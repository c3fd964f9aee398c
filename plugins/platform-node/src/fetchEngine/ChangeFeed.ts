import { Source, SourceChange } from './types';

type Listener<K, T> = Parameters<Source<K, T>['onChange']>[0];

/** Changes this close together are told at once. */
const GATHER_MS = 100;

/** Gathers the changes of a source and tells them to who listens. */
export class ChangeFeed<K, T> {
  readonly #failed: (error: unknown) => void;
  readonly #listeners = new Set<Listener<K, T>>();
  readonly #pending = new Map<string, SourceChange<K, T>>();
  #timer: NodeJS.Timeout | undefined;

  /** `failed` is told what a listener throws. */
  constructor(failed: (error: unknown) => void) {
    this.#failed = failed;
  }

  get hasListeners(): boolean {
    return this.#listeners.size > 0;
  }

  listen(listener: Listener<K, T>): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  add(id: string, change: SourceChange<K, T>): void {
    const { previous } = this.#pending.get(id) ?? change;
    this.#pending.set(id, { ...change, previous });
    this.#timer ??= setTimeout(() => this.#tell(), GATHER_MS).unref();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#listeners.clear();
  }

  #tell(): void {
    this.#timer = undefined;
    const changes = [...this.#pending.values()];
    this.#pending.clear();
    for (const listener of this.#listeners) {
      Promise.resolve()
        .then(() => listener(changes))
        .catch(this.#failed);
    }
  }
}
