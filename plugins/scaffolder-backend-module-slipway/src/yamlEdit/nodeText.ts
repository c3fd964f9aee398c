import { isAlias, isMap, isScalar, isSeq, Node, Pair } from 'yaml';

/** A piece of text that is put in, in place of `remove` characters. */
export interface TextEdit {
  readonly offset: number;
  readonly remove?: number;
  readonly insert: string;
}

/** Applies edits that do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .sort((a, b) => b.offset - a.offset)
    .reduce(
      (result, { offset, remove = 0, insert }) =>
        result.slice(0, offset) + insert + result.slice(offset + remove),
      text,
    );
}

/** Offset of a node's first character. */
export function startOf(node: unknown): number {
  return rangeOf(node)[0];
}

/** Offset behind the last character that belongs to a node, without the comments that follow it. */
export function endOf(node: unknown): number {
  if (node instanceof Pair) return Math.max(endOf(node.key), endOf(node.value));
  if ((isMap(node) || isSeq(node)) && !node.flow && node.items.length > 0) {
    return endOf(node.items.at(-1));
  }
  return rangeOf(node)[1];
}

/** Offset of the line below the one that `offset` is in; a block of text ends there already. */
export function nextLine(text: string, offset: number): number {
  if (offset > 0 && text[offset - 1] === '\n') return offset;
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

/** What stands in front of `offset` on its line. */
export function lineBefore(text: string, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
}

/** Lines to put in at the start of a line, in the file's own kind of line ends. */
export function asLines(
  text: string,
  offset: number,
  lines: readonly string[],
): string {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const joined = lines.join(newline);
  const unfinished = offset === text.length && !text.endsWith('\n');
  return unfinished ? newline + joined : joined + newline;
}

/** Nothing, `null`, `[]` or `{}`, with no comment in it. */
export function isNothing(text: string, node: unknown): boolean {
  if (node === undefined || node === null) return true;
  if (isScalar(node)) return node.value === null;
  if (!(isMap(node) || isSeq(node)) || node.items.length > 0) return false;
  return /^.\s*.$/.test(text.slice(startOf(node), endOf(node)));
}

function rangeOf(node: unknown): NonNullable<Node['range']> {
  const known = isMap(node) || isSeq(node) || isScalar(node) || isAlias(node);
  return (known && node.range) || [0, 0, 0];
}
