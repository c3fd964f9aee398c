import { Pair, YAMLMap, YAMLSeq } from 'yaml';
import { Entry, flowText, indented, linesBelow } from './Entry';
import {
  asLines,
  endOf,
  lineBefore,
  nextLine,
  startOf,
  TextEdit,
} from './nodeText';

/** The edits that put lines before the item at `index`; undefined where that is not possible. */
export function insertLines(
  text: string,
  node: YAMLMap | YAMLSeq,
  index: number,
  lines: readonly string[],
): TextEdit[] | undefined {
  const before = lineBefore(text, startOf(node));
  // Comments above an entry belong to it, so a new one comes right below the entry before it.
  const previous = index > 0 ? node.items[index - 1] : undefined;
  if (!previous && before.trim() !== '') return undefined;
  const offset = previous
    ? nextLine(text, endOf(previous))
    : startOf(node) - before.length;
  const insert = asLines(text, offset, indented(lines, before.length));
  return [{ offset, insert }];
}

/** The edit that puts a text between brackets. */
export function insertFlow(
  node: YAMLMap | YAMLSeq,
  index: number,
  insert: string,
): TextEdit[] {
  const next = node.items[index];
  if (next) {
    const offset = startOf(next instanceof Pair ? next.key : next);
    return [{ offset, insert: `${insert}, ` }];
  }
  const last = node.items.at(-1);
  return last
    ? [{ offset: endOf(last), insert: `, ${insert}` }]
    : [{ offset: startOf(node) + 1, insert }];
}

/** The edits that make what is missing below a map: `keys` and the entry in the last of them. */
export function insertMissing(
  text: string,
  map: YAMLMap,
  keys: readonly [string, ...string[]],
  entry: Entry,
): TextEdit[] | undefined {
  const [first, ...others] = keys;
  const pair = map.items.find(({ key }) => String(key) === first);
  const value = nested(others, entry.value);
  if (map.flow) {
    return pair
      ? [{ ...placeOf(pair), insert: ` ${flowText(value)}` }]
      : insertFlow(
          map,
          map.items.length,
          `${flowText(first)}: ${flowText(value)}`,
        );
  }
  if (!pair) {
    const lines = linesBelow(keys, entry.lines);
    return insertLines(text, map, map.items.length, lines);
  }
  const lines = linesBelow(others, entry.lines);
  const indent = lineBefore(text, startOf(pair.key)).length + 2;
  const offset = nextLine(text, endOf(pair));
  const insert = asLines(text, offset, indented(lines, indent));
  return [
    { offset, insert },
    // `[]` or `null` gives way to the lines; a comment behind it stays.
    { ...placeOf(pair), insert: '' },
  ];
}

function nested(keys: readonly string[], value: unknown): unknown {
  return keys.reduceRight((inner, key) => ({ [key]: inner }), value);
}

/** From behind the colon to the end of the value. */
function placeOf(pair: Pair): { offset: number; remove: number } {
  const offset = endOf(pair.key) + 1;
  return { offset, remove: Math.max(0, endOf(pair.value) - offset) };
}
