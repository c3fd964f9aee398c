import { FailureMode, Millis, Workload, WorkloadRegistry } from './types';

/** Called after a workload appeared (`previous` undefined), changed, or went (`current` undefined). */
export type WorkloadListener = (
  current: Workload | undefined,
  previous: Workload | undefined,
) => void;

interface Entry {
  readonly workload: Workload;
  readonly born: Millis;
}

const noFailures: ReadonlySet<FailureMode> = new Set();

const keyOf = (environment: string, name: string) => `${environment}/${name}`;

/** Keeps workloads and their failures in memory; a failure outlives a rollout and ends by `heal`. */
export class DefaultWorkloadRegistry implements WorkloadRegistry {
  readonly #entries = new Map<string, Entry>();
  readonly #failures = new Map<string, Set<FailureMode>>();
  readonly #listeners = new Set<WorkloadListener>();

  constructor(private readonly clock: { now(): Millis }) {}

  upsert(workload: Workload): void {
    const key = keyOf(workload.environment, workload.name);
    const previous = this.#entries.get(key);
    const born = previous?.born ?? this.clock.now();
    this.#entries.set(key, { workload, born });
    this.#tell(workload, previous?.workload);
  }

  remove(environment: string, name: string): void {
    const key = keyOf(environment, name);
    const previous = this.#entries.get(key)?.workload;
    this.#entries.delete(key);
    this.#failures.delete(key);
    if (previous) {
      this.#tell(undefined, previous);
    }
  }

  list(): readonly Workload[] {
    return [...this.#entries.values()].map(entry => entry.workload);
  }

  get(environment: string, name: string): Workload | undefined {
    return this.#entries.get(keyOf(environment, name))?.workload;
  }

  /** When the workload was first seen. */
  bornAt(environment: string, name: string): Millis | undefined {
    return this.#entries.get(keyOf(environment, name))?.born;
  }

  fail(environment: string, name: string, mode: FailureMode): void {
    const key = keyOf(environment, name);
    const modes = this.#failures.get(key) ?? new Set<FailureMode>();
    modes.add(mode);
    this.#failures.set(key, modes);
  }

  heal(environment: string, name: string): void {
    this.#failures.delete(keyOf(environment, name));
  }

  /** What is wrong with one workload. */
  failuresOf(environment: string, name: string): ReadonlySet<FailureMode> {
    return this.#failures.get(keyOf(environment, name)) ?? noFailures;
  }

  failures(): ReadonlyArray<{
    environment: string;
    name: string;
    mode: FailureMode;
  }> {
    return [...this.#failures].flatMap(([key, modes]) => {
      const [environment, name] = key.split('/', 2);
      return [...modes].map(mode => ({ environment, name, mode }));
    });
  }

  /** Listens to changes; the returned function stops it. */
  onChange(listener: WorkloadListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  reset(): void {
    this.#entries.clear();
    this.#failures.clear();
  }

  #tell(current: Workload | undefined, previous: Workload | undefined): void {
    this.#listeners.forEach(listener => listener(current, previous));
  }
}
