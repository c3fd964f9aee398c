import { Expression, ExpressionError } from './Expression';
import { parseCollection } from './parseCollection';
import { parseTemplate } from './parseTemplate';
import { Token, tokenize } from './Tokens';

/** Binary operators by strength; those of one row bind alike. */
const precedence: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['==', '!='],
  ['<', '>', '<=', '>='],
  ['+', '-'],
  ['*', '/', '%'],
];

const constants: Readonly<Record<string, boolean | null>> = {
  true: true,
  false: false,
  null: null,
};

/** Element of a splat. */
const ELEMENT: Expression = { kind: 'name', name: '*' };

/** Recursive-descent parser of one expression. */
export class ExpressionParser {
  private readonly tokens: readonly Token[];
  private index = 0;

  constructor(private readonly source: string) {
    this.tokens = tokenize(source);
  }

  static parse(source: string): Expression {
    const parser = new ExpressionParser(source);
    const expression = parser.expression();
    if (parser.peek().kind !== 'end') parser.fail('Unexpected text');
    return expression;
  }

  /** Reads a string of hcl2json: a template whose escapes are gone. */
  static parseJsonString(text: string): Expression {
    return parseTemplate(text, false, ExpressionParser.parse);
  }

  expression(): Expression {
    const test = this.binary(0);
    if (!this.take('?')) return test;
    const yes = this.expression();
    this.expect(':');
    return { kind: 'conditional', test, yes, no: this.expression() };
  }

  peek(ahead = 0): Token {
    return this.tokens[Math.min(this.index + ahead, this.tokens.length - 1)];
  }

  /** Takes a symbol if it is next. */
  take(text: string): boolean {
    if (!this.isSymbol(text)) return false;
    this.index += 1;
    return true;
  }

  isSymbol(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'symbol' && token.text === text;
  }

  expect(text: string): void {
    if (!this.take(text)) this.fail(`Expected "${text}"`);
  }

  name(): string {
    const token = this.peek();
    if (token.kind !== 'name') return this.fail('Expected a name');
    this.index += 1;
    return token.text;
  }

  fail(message: string): never {
    throw new ExpressionError(message, this.source, this.peek().at);
  }

  private binary(level: number): Expression {
    if (level === precedence.length) return this.unary();
    let left = this.binary(level + 1);
    for (;;) {
      const op = precedence[level].find(symbol => this.take(symbol));
      if (!op) return left;
      left = { kind: 'binary', op, left, right: this.binary(level + 1) };
    }
  }

  private unary(): Expression {
    if (this.take('-')) {
      return { kind: 'unary', op: '-', operand: this.unary() };
    }
    if (this.take('!')) {
      return { kind: 'unary', op: '!', operand: this.unary() };
    }
    return this.postfix(this.primary());
  }

  private postfix(start: Expression): Expression {
    let of = start;
    for (;;) {
      if (this.isSymbol('.') && this.isSymbol('*', 1)) {
        this.index += 2;
        of = { kind: 'splat', of, each: this.attributes() };
      } else if (this.take('.')) {
        of = this.attribute(of);
      } else if (this.isSymbol('[') && this.isSymbol('*', 1)) {
        this.index += 2;
        this.expect(']');
        of = { kind: 'splat', of, each: this.postfix(ELEMENT) };
      } else if (this.take('[')) {
        const key = this.expression();
        this.expect(']');
        of = { kind: 'index', of, key };
      } else return of;
    }
  }

  private attribute(of: Expression): Expression {
    const token = this.peek();
    if (token.kind !== 'number') {
      return { kind: 'attribute', of, name: this.name() };
    }
    this.index += 1;
    return { kind: 'index', of, key: { kind: 'literal', value: token.value } };
  }

  /** Behind `.*` only attributes are of each element. */
  private attributes(): Expression {
    let of = ELEMENT;
    while (this.take('.')) of = { kind: 'attribute', of, name: this.name() };
    return of;
  }

  private primary(): Expression {
    const token = this.peek();
    if (token.kind === 'symbol') {
      if (token.text !== '(') return parseCollection(this);
      this.index += 1;
      const inner = this.expression();
      this.expect(')');
      return inner;
    }
    if (token.kind === 'end') this.fail('Unexpected end');
    this.index += 1;
    if (token.kind === 'number') return { kind: 'literal', value: token.value };
    if (token.kind === 'string') {
      return parseTemplate(token.raw, true, ExpressionParser.parse);
    }
    if (this.isSymbol('(')) return this.call(token.text);
    if (Object.hasOwn(constants, token.text)) {
      return { kind: 'literal', value: constants[token.text] };
    }
    return { kind: 'name', name: token.text };
  }

  private call(name: string): Expression {
    this.expect('(');
    const args: Expression[] = [];
    let expand = false;
    while (!this.take(')')) {
      args.push(this.expression());
      expand = this.take('...');
      if (!this.take(',') && !this.isSymbol(')')) this.fail('Expected ","');
    }
    return { kind: 'call', name, args, expand };
  }
}
