/** Keeps the newest results of work that always has the same outcome for the same key. Failures are not kept. */
export class RecentResults<T> {
  readonly #results = new Map<string, Promise<T>>();

  constructor(private readonly size = 200) {}

  get(key: string, work: () => Promise<T>): Promise<T> {
    const known = this.#results.get(key);
    if (known) return known;
    const result = work();
    this.#results.set(key, result);
    result.catch(() => this.#results.delete(key));
    const [oldest] = this.#results.keys();
    if (this.#results.size > this.size) this.#results.delete(oldest);
    return result;
  }
}
