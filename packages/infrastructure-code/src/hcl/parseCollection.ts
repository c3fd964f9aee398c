import { Expression } from './Expression';
import type { ExpressionParser } from './ExpressionParser';

/** Reads `[…]`, `{…}` and the `for` forms of both. */
export function parseCollection(parser: ExpressionParser): Expression {
  if (parser.take('[')) {
    return isFor(parser) ? parseFor(parser, ']') : parseTuple(parser);
  }
  parser.expect('{');
  return isFor(parser) ? parseFor(parser, '}') : parseObject(parser);
}

function isFor(parser: ExpressionParser): boolean {
  const token = parser.peek();
  const next = parser.peek(1);
  return token.kind === 'name' && token.text === 'for' && next.kind === 'name';
}

function parseTuple(parser: ExpressionParser): Expression {
  const items: Expression[] = [];
  while (!parser.take(']')) {
    items.push(parser.expression());
    if (!parser.take(',') && !parser.isSymbol(']')) parser.fail('Expected ","');
  }
  return { kind: 'tuple', items };
}

function parseObject(parser: ExpressionParser): Expression {
  const items: Array<{ key: Expression; value: Expression }> = [];
  while (!parser.take('}')) {
    const bare = parser.peek();
    const named =
      bare.kind === 'name' &&
      (parser.isSymbol('=', 1) || parser.isSymbol(':', 1));
    const key: Expression = named
      ? { kind: 'literal', value: parser.name() }
      : parser.expression();
    if (!parser.take('=')) parser.expect(':');
    items.push({ key, value: parser.expression() });
    // A line break also ends an item; it is no token here.
    parser.take(',');
  }
  return { kind: 'object', items };
}

function parseFor(parser: ExpressionParser, close: ']' | '}'): Expression {
  parser.name();
  const first = parser.name();
  const second = parser.take(',') ? parser.name() : undefined;
  if (parser.name() !== 'in') parser.fail('Expected "in"');
  const collection = parser.expression();
  parser.expect(':');
  let value = parser.expression();
  let key: Expression | undefined;
  if (close === '}') {
    parser.expect('=>');
    key = value;
    value = parser.expression();
  }
  const group = parser.take('...');
  let condition: Expression | undefined;
  const next = parser.peek();
  if (next.kind === 'name' && next.text === 'if') {
    parser.name();
    condition = parser.expression();
  }
  parser.expect(close);
  return {
    kind: 'for',
    keyName: second === undefined ? undefined : first,
    valueName: second ?? first,
    collection,
    key,
    value,
    condition,
    group,
  };
}
