/** What a check found out about one combination. */
export interface CheckOutcome {
  /** Name of the combination. */
  readonly name: string;
  /** `terraform plan dev`, `kustomize prod`, … */
  readonly check: string;
  /** Why it did not pass; undefined when it did. */
  readonly problem?: string;
  readonly seconds: number;
}

/** Runs a task for each item, a few at a time, and keeps the order of the items. */
export async function inParallel<T, R>(
  items: readonly T[],
  limit: number,
  task: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = new Array(items.length);
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next;
      next += 1;
      results[index] = await task(items[index]);
    }
  };
  await Promise.all(Array.from({ length: limit }, worker));
  return results;
}
