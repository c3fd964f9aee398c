import { InputError } from '@backstage/errors';
import { createContext, Script } from 'node:vm';
import { z } from 'zod';
import { MaskedText } from './Masker';
import { MASK } from './secretPatterns';

const MAX_PATTERN_LENGTH = 500;
/** Milliseconds that all patterns together may work on one text. */
const BUDGET_MS = 150;
/** The same when they are tried at start, on a machine that may be busy. */
const PROBE_BUDGET_MS = 1_000;
/** Characters of the texts on which patterns are tried at start. */
const PROBE_LENGTH = 5_000;

const resultSchema = z.object({ text: z.string(), masked: z.number() });

/** Runs where V8 can stop it: a regular expression cannot be given a deadline in any other way. */
const SCRIPT = new Script(`(() => {
  let masked = 0;
  let text = input;
  for (const pattern of patterns) {
    text = text.replace(new RegExp(pattern, 'gu'), match => {
      if (match === '') return match;
      masked += 1;
      return mask;
    });
  }
  return { text, masked };
})()`);

/**
 * Patterns of the operator's own. One that is slow on some text never holds up the backend: the text is then masked as
 * a whole, so that nothing shows that was to be hidden.
 */
export class GuardedPatterns {
  readonly #patterns: readonly string[];

  /**
   * @param key - Config key of the list, for errors.
   * @throws InputError naming the key of a pattern that is no regular expression, matches nothing at all, or is slow.
   */
  static create(patterns: readonly string[], key: string): GuardedPatterns {
    patterns.forEach((pattern, index) => check(pattern, `${key}[${index}]`));
    return new GuardedPatterns(patterns);
  }

  private constructor(patterns: readonly string[]) {
    this.#patterns = patterns;
  }

  mask(input: string): MaskedText {
    if (this.#patterns.length === 0 || input === '') {
      return { text: input, masked: 0 };
    }
    return run(this.#patterns, input, BUDGET_MS) ?? { text: MASK, masked: 1 };
  }
}

/** Undefined when time ran out. */
function run(
  patterns: readonly string[],
  input: string,
  timeout: number,
): MaskedText | undefined {
  const context = createContext({ patterns: [...patterns], input, mask: MASK });
  try {
    return resultSchema.parse(SCRIPT.runInContext(context, { timeout }));
  } catch {
    return undefined;
  }
}

function check(pattern: string, key: string): void {
  if (pattern === '' || pattern.length > MAX_PATTERN_LENGTH) {
    throw new InputError(
      `Config key '${key}' must have 1 to ${MAX_PATTERN_LENGTH} characters`,
    );
  }
  try {
    // eslint-disable-next-line no-new
    new RegExp(pattern, 'gu');
  } catch {
    throw new InputError(
      `Config key '${key}' is not a regular expression of JavaScript with the flag u: '${pattern}'`,
    );
  }
  const slow = probes(pattern).some(
    probe => !run([pattern], probe, PROBE_BUDGET_MS),
  );
  if (slow) {
    throw new InputError(
      `Config key '${key}' takes too long on long texts: bound its repeats, such as \\d{1,20}, and put none inside of another`,
    );
  }
}

/** Texts that patterns with nested repeats choke on: each of their own characters over and over, and an end that fits nothing. */
function probes(pattern: string): string[] {
  const chars = new Set([...pattern.replace(/\\[a-z]/gi, 'a0 ')].slice(0, 40));
  return [...chars, 'a', '0', ' ', 'a '].map(
    char => `${char.repeat(PROBE_LENGTH / char.length)}\u{10FFFF}`,
  );
}
