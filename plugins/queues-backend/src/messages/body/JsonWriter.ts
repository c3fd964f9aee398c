import { Masker } from '../masking/Masker';
import { MASK } from '../masking/secretPatterns';
import { jsonTokens } from './jsonTokens';
import { parseJson } from './parseJson';

/** Levels of nesting that are written out; a person reads no deeper, and each level costs indentation. */
const MAX_DEPTH = 60;
/** JSON in strings in JSON in strings: how often that is looked into. */
const MAX_NESTED = 4;
const QUOTED_MASK = JSON.stringify(MASK);

/** How JSON is written. */
export interface JsonWriterOptions {
  readonly masker: Masker;
  /** Writing stops soon after so many characters. */
  readonly maxChars: number;
  /** One line, no spaces. */
  readonly compact?: boolean;
  /** Name of a field at the top whose text is JSON itself and is written as such. */
  readonly unfold?: string;
  /** How many strings this text is inside of. */
  readonly nested?: number;
}

interface Level {
  readonly open: string;
  empty: boolean;
}

/**
 * Writes JSON text anew: indented, secrets masked, bounded in depth and size. It goes by tokens, so that numbers of any
 * size and doubled keys show as they are, and no nesting is too deep.
 */
export class JsonWriter {
  readonly #options: JsonWriterOptions;
  readonly #out: string[] = [];
  readonly #levels: Level[] = [];
  #length = 0;
  #masked = 0;
  #key: string | undefined;
  /** Levels inside of a part that is left out. */
  #skipping = 0;

  /** @param text - What `JSON.parse` takes. */
  static write(text: string, options: JsonWriterOptions) {
    const writer = new JsonWriter(options);
    const complete = writer.#read(text);
    return { text: writer.#out.join(''), masked: writer.#masked, complete };
  }

  private constructor(options: JsonWriterOptions) {
    this.#options = options;
  }

  #read(text: string): boolean {
    for (const { kind, raw } of jsonTokens(text)) {
      if (this.#length > this.#options.maxChars) return false;
      if (kind === 'punctuation') this.#punctuation(raw);
      else if (this.#skipping === 0) this.#scalar(kind, raw);
    }
    return true;
  }

  #punctuation(raw: string): void {
    const opens = raw === '{' || raw === '[';
    const closes = raw === '}' || raw === ']';
    if (this.#skipping > 0) {
      this.#skipping += Number(opens) - Number(closes);
    } else if (opens) {
      this.#open(raw);
    } else if (closes) {
      const empty = this.#levels.pop()?.empty;
      if (!empty) this.#newLine();
      this.#emit(raw);
      this.#key = undefined;
    } else if (raw === ':') {
      this.#emit(this.#options.compact ? ':' : ': ');
    } else {
      this.#emit(',');
      this.#newLine();
      this.#key = undefined;
    }
  }

  #open(raw: string): void {
    this.#begin();
    if (this.#isSecret()) {
      this.#mask();
      this.#skipping = 1;
    } else if (this.#levels.length >= MAX_DEPTH) {
      this.#emit('"… deeper levels are left out"');
      this.#skipping = 1;
    } else {
      this.#emit(raw);
      this.#levels.push({ open: raw, empty: true });
      this.#key = undefined;
    }
  }

  #scalar(kind: 'string' | 'literal', raw: string): void {
    this.#begin();
    const level = this.#levels[this.#levels.length - 1];
    if (level?.open === '{' && this.#key === undefined) {
      this.#key = stringOf(raw);
      this.#text(raw, this.#key);
    } else if (this.#isSecret() && /^["\d-]/.test(raw)) {
      this.#mask();
    } else if (kind === 'literal') {
      this.#emit(this.#maskedText(raw) === undefined ? raw : QUOTED_MASK);
    } else {
      this.#string(raw);
    }
  }

  #string(raw: string): void {
    const { nested = 0, unfold } = this.#options;
    const value = stringOf(raw);
    const inner = nested < MAX_NESTED ? parseJson(value) : undefined;
    const unfolds =
      unfold !== undefined && this.#levels.length === 1 && this.#key === unfold;
    if (inner) this.#nest(value, !unfolds);
    else this.#text(raw, value);
  }

  #text(raw: string, value: string): void {
    const text = this.#maskedText(value);
    this.#emit(text === undefined ? raw : JSON.stringify(text));
  }

  /** Writes JSON that was text: as text again, or unfolded. */
  #nest(value: string, asText: boolean): void {
    const { text, masked } = JsonWriter.write(value, {
      ...this.#options,
      maxChars: this.#options.maxChars - this.#length,
      compact: asText || this.#options.compact,
      nested: (this.#options.nested ?? 0) + 1,
    });
    this.#masked += masked;
    if (asText) {
      this.#emit(JSON.stringify(masked > 0 ? text : value));
    } else {
      this.#emit(
        text.replaceAll('\n', `\n${'  '.repeat(this.#levels.length)}`),
      );
    }
  }

  /** Undefined when nothing in it is a secret. */
  #maskedText(value: string): string | undefined {
    const { text, masked } = this.#options.masker.maskText(value);
    this.#masked += masked;
    return masked > 0 ? text : undefined;
  }

  #isSecret(): boolean {
    return this.#key !== undefined && this.#options.masker.isSecret(this.#key);
  }

  #mask(): void {
    this.#masked += 1;
    this.#emit(QUOTED_MASK);
  }

  /** The first thing inside of a level goes on a line of its own. */
  #begin(): void {
    const level = this.#levels[this.#levels.length - 1];
    if (level?.empty) {
      level.empty = false;
      this.#newLine();
    }
  }

  #newLine(): void {
    if (!this.#options.compact) {
      this.#emit(`\n${'  '.repeat(this.#levels.length)}`);
    }
  }

  #emit(text: string): void {
    this.#out.push(text);
    this.#length += text.length;
  }
}

function stringOf(raw: string): string {
  const value: unknown = JSON.parse(raw);
  return String(value);
}
