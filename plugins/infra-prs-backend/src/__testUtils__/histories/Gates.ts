interface Gate {
  readonly name: string;
  readonly owner: object;
  open(): void;
  kill(): void;
}

/** What was going on in a process that was killed ends with it. */
export class KilledError extends Error {}

/**
 * Holds calls up until a history lets them go on, one at a time, so that every order in which they can interleave can come
 * about, and comes about again with the same seed.
 */
export class Gates {
  #gates: Gate[] = [];
  #busy = 0;

  get waiting(): number {
    return this.#gates.length;
  }

  /** Waits to be let through. `owner` is the process that waits. */
  async pass(owner: object, name: string): Promise<void> {
    await new Promise<void>((open, reject) => {
      const kill = () => reject(new KilledError(`${name} was killed`));
      this.#gates.push({ name, owner, open, kill });
    });
  }

  /** Work that ends by itself, such as that of the database. */
  async track<T>(work: Promise<T>): Promise<T> {
    this.#busy += 1;
    try {
      return await work;
    } finally {
      this.#busy -= 1;
    }
  }

  /** Lets through the one at a place, and gives its name. */
  open(index: number): string {
    const [gate] = this.#gates.splice(index, 1);
    gate.open();
    return gate.name;
  }

  kill(owner: object): void {
    const killed = this.#gates.filter(gate => gate.owner === owner);
    this.#gates = this.#gates.filter(gate => gate.owner !== owner);
    for (const gate of killed) gate.kill();
  }

  /** Once everybody waits at a gate or is done. */
  async quiet(): Promise<void> {
    let calm = 0;
    while (calm < 3) {
      await new Promise(resolve => setImmediate(resolve));
      calm = this.#busy === 0 ? calm + 1 : 0;
    }
  }
}
