import { Expression } from './Expression';
import { readCollection } from './readCollection';
import { readTemplate } from './readTemplate';
import { TextCursor } from './TextCursor';

/** Loosest first, as the specification orders them. */
const OPERATORS: ReadonlyArray<readonly string[]> = [
  ['||'],
  ['&&'],
  ['==', '!='],
  ['>=', '<=', '>', '<'],
  ['+', '-'],
  ['*', '/', '%'],
];
const LITERALS: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** Reads one expression, with the space around it. */
export function readExpression(cursor: TextCursor): Expression {
  const condition = readOperation(cursor, 0);
  cursor.skipSpace();
  if (!cursor.take('?')) return condition;
  const then = readExpression(cursor);
  cursor.skipSpace();
  cursor.expect(':');
  return {
    kind: 'conditional',
    condition,
    then,
    otherwise: readExpression(cursor),
  };
}

function readOperation(cursor: TextCursor, level: number): Expression {
  const operators = OPERATORS[level];
  if (!operators) return readUnary(cursor);
  let left = readOperation(cursor, level + 1);
  for (;;) {
    const operator = cursor.attempt(() => {
      cursor.skipSpace();
      return operators.find(symbol => cursor.take(symbol));
    });
    if (!operator) return left;
    const right = readOperation(cursor, level + 1);
    left = { kind: 'binary', operator, left, right };
  }
}

function readUnary(cursor: TextCursor): Expression {
  cursor.skipSpace();
  const operator = ['!', '-'].find(symbol => cursor.take(symbol));
  return operator
    ? { kind: 'unary', operator, of: readUnary(cursor) }
    : readTraversal(cursor, readTerm(cursor));
}

function readTerm(cursor: TextCursor): Expression {
  if (cursor.take('"')) {
    const template = readTemplate(cursor, readExpression, { quoted: true });
    cursor.expect('"');
    return template;
  }
  if (cursor.take('(')) {
    const inner = readExpression(cursor);
    cursor.skipSpace();
    cursor.expect(')');
    return inner;
  }
  const collection = readCollection(cursor, readExpression);
  if (collection) return collection;
  const number = cursor.number();
  if (number !== undefined) return { kind: 'literal', value: number };
  const name = cursor.identifier() ?? cursor.refuse('expected a value');
  const literal = LITERALS.get(name);
  if (literal !== undefined) return { kind: 'literal', value: literal };
  return cursor.take('(') ? readCall(cursor, name) : { kind: 'name', name };
}

function readCall(cursor: TextCursor, name: string): Expression {
  const args: Expression[] = [];
  let expandLast = false;
  for (;;) {
    cursor.skipSpace();
    if (cursor.take(')')) return { kind: 'call', name, args, expandLast };
    args.push(readExpression(cursor));
    cursor.skipSpace();
    expandLast = cursor.take('...');
    cursor.skipSpace();
    if (!cursor.take(',') && !cursor.looksAt(')')) cursor.refuse('expected )');
  }
}

function readTraversal(cursor: TextCursor, term: Expression): Expression {
  let from = term;
  for (;;) {
    const splat = ['[*]', '.*'].some(symbol => cursor.take(symbol));
    if (splat) {
      const each = readTraversal(cursor, { kind: 'name', name: '*' });
      return { kind: 'splat', from, each };
    }
    const key = cursor.attempt(() => readKey(cursor));
    if (!key) return from;
    from = { kind: 'get', from, key };
  }
}

function readKey(cursor: TextCursor): Expression | undefined {
  if (cursor.take('[')) {
    const key = readExpression(cursor);
    cursor.skipSpace();
    cursor.expect(']');
    return key;
  }
  if (cursor.looksAt('...') || !cursor.take('.')) return undefined;
  const value = cursor.identifier() ?? cursor.number();
  return value === undefined ? undefined : { kind: 'literal', value };
}
