/** Calls per upstream and operation: `{ SQS: { GetQueueAttributes: 12 } }`. */
export type CallCounts = Readonly<
  Record<string, Readonly<Record<string, number>>>
>;

/** Counts what clients asked of a stand-in, so that tests and benches can state bounds. */
export class CallCounter {
  readonly #counts = new Map<string, Map<string, number>>();
  readonly #unchanged = new Map<string, number>();

  count(upstream: string, operation: string): void {
    const operations = this.#counts.get(upstream) ?? new Map<string, number>();
    operations.set(operation, (operations.get(operation) ?? 0) + 1);
    this.#counts.set(upstream, operations);
  }

  /** Notes of a call that was counted that its answer was `304`: the caller knew it already. */
  noteUnchanged(upstream: string): void {
    this.#unchanged.set(upstream, (this.#unchanged.get(upstream) ?? 0) + 1);
  }

  /** Calls per upstream that were answered with `304`. */
  unchanged(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#unchanged);
  }

  counts(): CallCounts {
    return Object.fromEntries(
      [...this.#counts].map(([upstream, operations]) => [
        upstream,
        Object.fromEntries(operations),
      ]),
    );
  }

  /** All calls, or those of one upstream. */
  total(upstream?: string): number {
    const chosen =
      upstream === undefined
        ? [...this.#counts.values()]
        : [this.#counts.get(upstream) ?? new Map<string, number>()];
    return chosen
      .flatMap(operations => [...operations.values()])
      .reduce((sum, calls) => sum + calls, 0);
  }

  reset(): void {
    this.#counts.clear();
    this.#unchanged.clear();
  }
}
