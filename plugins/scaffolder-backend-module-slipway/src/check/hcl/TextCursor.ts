import { UnsupportedExpressionError } from './Expression';

const SPACE = /(?:[ \t\r\n]|#[^\n]*|\/\/[^\n]*|\/\*[^]*?\*\/)*/y;
const IDENTIFIER = /[\p{L}_][\p{L}\p{N}_-]*/uy;
const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/** A place in the text of an expression that moves on with what is read. */
export class TextCursor {
  #position = 0;

  constructor(readonly text: string) {}

  get atEnd(): boolean {
    return this.#position >= this.text.length;
  }

  /** One character, which may be the first half of a surrogate pair. */
  next(): string {
    const character = this.text.charAt(this.#position);
    this.#position += 1;
    return character;
  }

  /** Skips space and comments; true when a line ended in them. */
  skipSpace(): boolean {
    return this.#match(SPACE)?.includes('\n') ?? false;
  }

  identifier(): string | undefined {
    return this.#match(IDENTIFIER);
  }

  number(): number | undefined {
    const digits = this.#match(NUMBER);
    return digits === undefined ? undefined : Number(digits);
  }

  looksAt(what: string): boolean {
    return this.text.startsWith(what, this.#position);
  }

  /** Reads `what` where it stands next. */
  take(what: string): boolean {
    if (!this.looksAt(what)) return false;
    this.#position += what.length;
    return true;
  }

  expect(what: string): void {
    if (!this.take(what)) this.refuse(`expected ${what}`);
  }

  /** Runs `read`, and steps back when it gives undefined. */
  attempt<T>(read: () => T | undefined): T | undefined {
    const start = this.#position;
    const result = read();
    if (result === undefined) this.#position = start;
    return result;
  }

  refuse(why: string): never {
    throw new UnsupportedExpressionError(
      `${why} at character ${this.#position + 1}`,
    );
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#position;
    const found = pattern.exec(this.text)?.[0];
    if (found === undefined) return undefined;
    this.#position += found.length;
    return found;
  }
}
