/** How long the readers of one call wait, with one timer for each time they wait, however many keys they read. */
export class Patience {
  readonly #waits = new Map<
    number,
    { timer: NodeJS.Timeout | undefined; over: Promise<undefined> }
  >();

  /** The outcome of `task`, or nothing when that takes longer than `milliseconds` since the first such wait. */
  async wait<V>(
    task: Promise<V>,
    milliseconds: number,
  ): Promise<V | undefined> {
    return Promise.race([task, this.#over(milliseconds)]);
  }

  end(): void {
    this.#waits.forEach(({ timer }) => clearTimeout(timer));
  }

  #over(milliseconds: number): Promise<undefined> {
    const known = this.#waits.get(milliseconds);
    if (known) {
      return known.over;
    }
    let timer: NodeJS.Timeout | undefined;
    const over = new Promise<undefined>(resolve => {
      timer = setTimeout(() => resolve(undefined), milliseconds);
    });
    this.#waits.set(milliseconds, { timer, over });
    return over;
  }
}
