import { expressionError } from './expressionError';
import { Token, tokenize } from './tokenize';

/** A parsed metric math expression. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'reference'; readonly name: string }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'negate'; readonly operand: Expression }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly args: readonly Expression[];
    }
  | {
      readonly kind: 'binary';
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
    };

/** Binary operators by how tightly they bind, loosest first. */
const LEVELS: ReadonlyArray<readonly string[]> = [
  ['||', 'OR'],
  ['&&', 'AND'],
  ['==', '!=', '<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/'],
  ['^'],
];
const MAX_DEPTH = 100;

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(private readonly text: string) {
    this.#tokens = tokenize(text);
  }

  parse(): Expression {
    const parsed = this.#binary(0);
    if (this.#peek().kind !== 'end') {
      throw this.#unexpected();
    }
    return parsed;
  }

  #binary(level: number): Expression {
    if (level === LEVELS.length) {
      return this.#unary();
    }
    let left = this.#binary(level + 1);
    while (LEVELS[level].includes(this.#peek().text)) {
      const operator = this.#next().text;
      const right = this.#binary(level + 1);
      left = { kind: 'binary', operator, left, right };
    }
    return left;
  }

  #unary(): Expression {
    return this.#take('-')
      ? { kind: 'negate', operand: this.#unary() }
      : this.#primary();
  }

  #primary(): Expression {
    const token = this.#next();
    if (token.kind === 'number') {
      return { kind: 'number', value: Number(token.text) };
    }
    if (token.kind === 'text') {
      return { kind: 'text', value: token.text };
    }
    if (token.kind === 'name') {
      return this.#take('(')
        ? { kind: 'call', name: token.text, args: this.#items(')') }
        : { kind: 'reference', name: token.text };
    }
    if (token.text === '[') {
      return { kind: 'list', items: this.#items(']') };
    }
    if (token.text === '(') {
      return this.#inParentheses();
    }
    throw this.#unexpected(token);
  }

  #inParentheses(): Expression {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) {
      throw expressionError(this.text, 'too many parentheses');
    }
    const inner = this.#binary(0);
    this.#expect(')');
    this.#depth -= 1;
    return inner;
  }

  #items(end: string): Expression[] {
    const items: Expression[] = [];
    if (this.#take(end)) {
      return items;
    }
    do {
      items.push(this.#binary(0));
    } while (this.#take(','));
    this.#expect(end);
    return items;
  }

  #peek(): Token {
    return this.#tokens[this.#at];
  }

  #next(): Token {
    const token = this.#peek();
    this.#at = Math.min(this.#at + 1, this.#tokens.length - 1);
    return token;
  }

  #take(symbol: string): boolean {
    const found =
      this.#peek().kind === 'symbol' && this.#peek().text === symbol;
    this.#at += found ? 1 : 0;
    return found;
  }

  #expect(symbol: string): void {
    if (!this.#take(symbol)) {
      throw this.#unexpected();
    }
  }

  #unexpected(token = this.#peek()) {
    return expressionError(this.text, `unexpected ${token.text}`);
  }
}

/**
 * Parses metric math.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
 */
export const parseExpression = (text: string): Expression =>
  new Parser(text).parse();
