import { Expression } from './Expression';
import { TextCursor } from './TextCursor';

type Read = (cursor: TextCursor) => Expression;

/** Reads a list, an object, or a `for` of either; undefined where none begins. */
export function readCollection(
  cursor: TextCursor,
  read: Read,
): Expression | undefined {
  const close = cursor.take('[') ? ']' : cursor.take('{') && '}';
  if (!close) return undefined;
  cursor.skipSpace();
  const names = cursor.attempt(() => readForNames(cursor));
  if (names) return readFor(cursor, read, { close, names });
  return close === ']' ? readTuple(cursor, read) : readObject(cursor, read);
}

function readForNames(cursor: TextCursor): string[] | undefined {
  if (cursor.identifier() !== 'for') return undefined;
  cursor.skipSpace();
  const first = cursor.identifier();
  if (!first) return undefined;
  cursor.skipSpace();
  if (!cursor.take(',')) return [first];
  cursor.skipSpace();
  return [first, cursor.identifier() ?? cursor.refuse('expected a name')];
}

function readFor(
  cursor: TextCursor,
  read: Read,
  head: { readonly close: string; readonly names: readonly string[] },
): Expression {
  const [first = '', second] = head.names;
  cursor.skipSpace();
  if (cursor.identifier() !== 'in') cursor.refuse('expected in');
  const collection = read(cursor);
  cursor.skipSpace();
  cursor.expect(':');
  const result = read(cursor);
  cursor.skipSpace();
  const key = cursor.take('=>') ? result : undefined;
  const value = key ? read(cursor) : result;
  cursor.skipSpace();
  const grouped = cursor.take('...');
  cursor.skipSpace();
  const condition = cursor.attempt(() =>
    cursor.identifier() === 'if' ? read(cursor) : undefined,
  );
  cursor.skipSpace();
  cursor.expect(head.close);
  return {
    kind: 'for',
    keyName: second === undefined ? undefined : first,
    valueName: second ?? first,
    in: collection,
    key,
    value,
    condition,
    grouped,
  };
}

function readTuple(cursor: TextCursor, read: Read): Expression {
  const items: Expression[] = [];
  for (;;) {
    cursor.skipSpace();
    if (cursor.take(']')) return { kind: 'tuple', items };
    items.push(read(cursor));
    cursor.skipSpace();
    if (!cursor.take(',') && !cursor.looksAt(']')) cursor.refuse('expected ]');
  }
}

function readObject(cursor: TextCursor, read: Read): Expression {
  const items: { key: Expression; value: Expression }[] = [];
  for (;;) {
    cursor.skipSpace();
    if (cursor.take('}')) return { kind: 'object', items };
    const key = readObjectKey(cursor, read);
    cursor.skipSpace();
    if (cursor.looksAt('=>') || !(cursor.take('=') || cursor.take(':'))) {
      cursor.refuse('expected =');
    }
    items.push({ key, value: read(cursor) });
    cursor.skipSpace();
    cursor.take(',');
  }
}

/** A bare name is text here, not a reference. */
function readObjectKey(cursor: TextCursor, read: Read): Expression {
  const name = cursor.identifier();
  return name === undefined ? read(cursor) : { kind: 'literal', value: name };
}
