/** A piece of JSON text: punctuation, a string with its quotes, or a number, `true`, `false`, `null`. */
export interface JsonToken {
  readonly kind: 'punctuation' | 'string' | 'literal';
  readonly raw: string;
}

const SPACE = /[\s]/;
const PUNCTUATION = '{}[]:,';

/** Where the string that starts at `start` ends, behind its closing quote. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') {
      at += 1;
    } else if (text[at] === '"') {
      return at + 1;
    }
  }
  return text.length;
}

function endOfLiteral(text: string, start: number): number {
  let at = start;
  while (
    at < text.length &&
    !PUNCTUATION.includes(text[at]) &&
    !SPACE.test(text[at])
  ) {
    at += 1;
  }
  return at;
}

/**
 * The tokens of text that `JSON.parse` takes. Numbers keep all their digits, doubled keys stay, and no depth of nesting
 * needs a stack.
 */
export function* jsonTokens(text: string): Generator<JsonToken> {
  let at = 0;
  while (at < text.length) {
    const char = text[at];
    if (SPACE.test(char)) {
      at += 1;
    } else if (PUNCTUATION.includes(char)) {
      at += 1;
      yield { kind: 'punctuation', raw: char };
    } else {
      const kind = char === '"' ? 'string' : 'literal';
      const end =
        kind === 'string' ? endOfString(text, at) : endOfLiteral(text, at);
      yield { kind, raw: text.slice(at, end) };
      at = end;
    }
  }
}
