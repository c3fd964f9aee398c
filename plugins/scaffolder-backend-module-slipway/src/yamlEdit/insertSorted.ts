import { isMap, isScalar, Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';

/**
 * Puts an entry before the first that comes after it. What is there stays in its order, so that entries give the same
 * list in whatever order they are put in.
 */
function position(keys: readonly string[], key: string): number {
  const next = keys.findIndex(other => other > key);
  return next < 0 ? keys.length : next;
}

/** Puts text into a list once. */
export function insertText(list: YAMLSeq, text: string): void {
  const texts = list.items.map(item =>
    isScalar(item) ? String(item.value) : '',
  );
  if (texts.includes(text)) return;
  insertItem(list, position(texts, text), new Scalar(text));
}

/** Puts a map into a list, in place of the one that has the same text at `key`. */
export function insertMap(list: YAMLSeq, key: string, entry: YAMLMap): void {
  const keyOf = (item: unknown) => (isMap(item) ? textOf(item.get(key)) : '');
  const keys = list.items.map(keyOf);
  const there = keys.indexOf(keyOf(entry));
  if (there >= 0) {
    list.items[there] = entry;
    return;
  }
  insertItem(list, position(keys, keyOf(entry)), entry);
}

/** Puts text into a map, in place of what the key has. */
export function insertPair(map: YAMLMap, key: string, text: string): void {
  const keys = map.items.map(pair =>
    isScalar(pair.key) ? String(pair.key.value) : '',
  );
  if (keys.includes(key)) {
    map.set(key, text);
    return;
  }
  map.items.splice(
    position(keys, key),
    0,
    new Pair(new Scalar(key), new Scalar(text)),
  );
}

function insertItem(list: YAMLSeq, index: number, item: Node): void {
  // An empty list is written `[]`, and would be written so with items too.
  if (list.items.length === 0) list.flow = false;
  list.items.splice(index, 0, item);
}

function textOf(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}
