/** Calls per upstream and operation: `{ SQS: { GetQueueAttributes: 12 } }`. */
export type CallCounts = Readonly<
  Record<string, Readonly<Record<string, number>>>
>;

/** Counts what clients asked of a stand-in, so that tests and benches can state bounds. */
export class CallCounter {
  readonly #counts = new Map<string, Map<string, number>>();

  count(upstream: string, operation: string): void {
    const operations = this.#counts.get(upstream) ?? new Map<string, number>();
    operations.set(operation, (operations.get(operation) ?? 0) + 1);
    this.#counts.set(upstream, operations);
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
  }
}
