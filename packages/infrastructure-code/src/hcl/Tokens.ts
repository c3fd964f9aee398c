import { ExpressionError } from './Expression';

export type Token =
  | { readonly kind: 'number'; readonly value: number; readonly at: number }
  | { readonly kind: 'name'; readonly text: string; readonly at: number }
  | { readonly kind: 'string'; readonly raw: string; readonly at: number }
  | { readonly kind: 'symbol'; readonly text: string; readonly at: number }
  | { readonly kind: 'end'; readonly at: number };

const patterns = {
  space: /(?:\s|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y,
  number: /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y,
  name: /[\p{L}_][\p{L}\p{N}_-]*/uy,
  symbol: /\.\.\.|=>|==|!=|<=|>=|&&|\|\||[-+*/%!<>?:,.=()[\]{}]/y,
};

function match(pattern: RegExp, source: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0] ?? '';
}

/**
 * End of the quoted string that starts at `at`, behind its closing quote. Strings nest inside `${…}`.
 */
function stringEnd(source: string, at: number): number {
  let depth = 0;
  for (let i = at + 1; i < source.length; i++) {
    const char = source[i];
    if (char === '\\' && depth === 0) i += 1;
    else if (depth > 0 && char === '"') i = stringEnd(source, i) - 1;
    else if (depth === 0 && char === '"') return i + 1;
    else if (depth === 0 && /^[$%]\{/.test(source.slice(i, i + 2))) {
      // A doubled sign is the sign itself.
      if (source[i - 1] !== char) depth = 1;
      i += 1;
    } else if (depth > 0 && char === '{') depth += 1;
    else if (depth > 0 && char === '}') depth -= 1;
  }
  throw new ExpressionError('String without an end', source, at);
}

/** Cuts the source of an expression into tokens. The last one is of kind `end`. */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  let at = match(patterns.space, source, 0).length;
  while (at < source.length) {
    const token = nextToken(source, at);
    tokens.push(token.token);
    at = token.end;
    at += match(patterns.space, source, at).length;
  }
  tokens.push({ kind: 'end', at });
  return tokens;
}

function nextToken(source: string, at: number): { token: Token; end: number } {
  if (source[at] === '"') {
    const end = stringEnd(source, at);
    const raw = source.slice(at + 1, end - 1);
    return { token: { kind: 'string', raw, at }, end };
  }
  const number = match(patterns.number, source, at);
  if (number) {
    const value = Number(number);
    return { token: { kind: 'number', value, at }, end: at + number.length };
  }
  const name = match(patterns.name, source, at);
  if (name) {
    return { token: { kind: 'name', text: name, at }, end: at + name.length };
  }
  const text = match(patterns.symbol, source, at);
  if (text) {
    return { token: { kind: 'symbol', text, at }, end: at + text.length };
  }
  throw new ExpressionError('Unexpected character', source, at);
}

/** Index of the `}` that closes the `${` whose content starts at `from`. */
export function interpolationEnd(source: string, from: number): number {
  let depth = 1;
  for (let i = from; i < source.length; i++) {
    if (source[i] === '"') i = stringEnd(source, i) - 1;
    else if (source[i] === '{') depth += 1;
    else if (source[i] === '}') depth -= 1;
    if (depth === 0) return i;
  }
  throw new ExpressionError('Interpolation without an end', source, from);
}
