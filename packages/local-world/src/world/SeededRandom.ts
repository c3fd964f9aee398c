/** Deterministic pseudo-random numbers (mulberry32): the same seed gives the same world. */
export class SeededRandom {
  private state: number;

  constructor(seed: number) {
    // eslint-disable-next-line no-bitwise
    this.state = seed >>> 0;
  }

  /* eslint-disable no-bitwise */
  /** Uniform in [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** One number in [0, 1) for a seed, well mixed: neighbouring seeds give unrelated numbers. */
  static at(seed: number): number {
    return new SeededRandom(seed).next();
  }

  /** A stable 32-bit seed of a text (FNV-1a), to give each series its own noise. */
  static seedOf(text: string, seed = 0): number {
    let hash = (0x811c9dc5 ^ seed) >>> 0;
    for (let i = 0; i < text.length; i += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
    }
    return hash;
  }
  /* eslint-enable no-bitwise */

  /** Whole number in [0, limit). */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  /** A whole number whose average is `expected`: its floor, or one more. */
  round(expected: number): number {
    const floor = Math.floor(expected);
    return floor + (this.next() < expected - floor ? 1 : 0);
  }

  hex(digits: number): string {
    return Array.from({ length: digits }, () =>
      this.below(16).toString(16),
    ).join('');
  }

  uuid(): string {
    return `${this.hex(8)}-${this.hex(4)}-4${this.hex(3)}-8${this.hex(
      3,
    )}-${this.hex(12)}`;
  }
}
