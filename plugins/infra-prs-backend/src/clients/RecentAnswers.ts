/** An answer of GitHub with the tag that it is known by. */
export interface TaggedAnswer<T> {
  readonly etag: string;
  readonly answer: T;
  /** About. */
  readonly bytes: number;
}

/** The answers used last, up to a size in all. */
export class RecentAnswers<T> {
  readonly #maxBytes: number;
  /** The one used last is the last. */
  readonly #answers = new Map<string, TaggedAnswer<T>>();
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get(key: string): TaggedAnswer<T> | undefined {
    const found = this.#answers.get(key);
    if (found) {
      this.#answers.delete(key);
      this.#answers.set(key, found);
    }
    return found;
  }

  set(key: string, tagged: TaggedAnswer<T>): void {
    this.#remove(key);
    if (tagged.bytes > this.#maxBytes) return;
    this.#answers.set(key, tagged);
    this.#bytes += tagged.bytes;
    for (const oldest of this.#answers.keys()) {
      if (this.#bytes <= this.#maxBytes) return;
      this.#remove(oldest);
    }
  }

  #remove(key: string): void {
    this.#bytes -= this.#answers.get(key)?.bytes ?? 0;
    this.#answers.delete(key);
  }
}
