import { isJsonObject, JsonObject, JsonValue } from './JsonValue';
import { MergeKeys } from './mergeKeys';

/** Applies a strategic merge patch: objects merge, keyed lists merge by item, null removes. */
export function strategicMerge(
  target: JsonObject,
  patch: JsonObject,
  keys: MergeKeys,
): JsonObject {
  if (patch.$patch === 'replace') return withoutDirective(patch);
  const merged = new Map(Object.entries(target));
  for (const [name, value] of Object.entries(withoutDirective(patch))) {
    const next = mergeValue(name, merged.get(name), value, keys);
    if (next === undefined) merged.delete(name);
    else merged.set(name, next);
  }
  return Object.fromEntries(merged);
}

function withoutDirective(patch: JsonObject): JsonObject {
  const { $patch: _directive, ...content } = patch;
  return content;
}

const isDeleted = (value: JsonValue) =>
  value === null || (isJsonObject(value) && value.$patch === 'delete');

function mergeValue(
  name: string,
  target: JsonValue | undefined,
  patch: JsonValue,
  keys: MergeKeys,
): JsonValue | undefined {
  if (isDeleted(patch)) return undefined;
  if (isJsonObject(patch)) {
    return strategicMerge(isJsonObject(target) ? target : {}, patch, keys);
  }
  if (Array.isArray(patch)) {
    return mergeList(name, Array.isArray(target) ? target : [], patch, keys);
  }
  return patch;
}

function mergeList(
  name: string,
  target: readonly JsonValue[],
  patch: readonly JsonValue[],
  keys: MergeKeys,
): JsonValue[] {
  const own = keys.keysOf(name);
  const items = patch.filter(isJsonObject);
  const isReplaced = items.some(isReplacement);
  if (keys.isSet(name) && items.length === 0) {
    return [...new Set([...patch, ...target])];
  }
  const content = patch.filter(
    item => !isJsonObject(item) || !isReplacement(item),
  );
  const [first] = own;
  const isKeyed =
    first !== undefined &&
    content.every(item => isJsonObject(item) && first in item);
  if (!isKeyed || isReplaced) return content;
  return mergeKeyed(target, items, { own, keys });
}

/** An item that says that the list is another one as a whole. */
function isReplacement(item: JsonObject): boolean {
  return item.$patch === 'replace' && Object.keys(item).length === 1;
}

interface Keyed {
  readonly own: readonly string[];
  readonly keys: MergeKeys;
}

function mergeKeyed(
  target: readonly JsonValue[],
  items: readonly JsonObject[],
  { own, keys }: Keyed,
): JsonValue[] {
  const used = own.filter(key =>
    [...items, ...target].some(item => isJsonObject(item) && key in item),
  );
  return used.length > 1
    ? mergeBySeveral(target, items, { own: used, keys })
    : mergeByOne(target, items, { own: used, keys });
}

/** The order that Kustomize gives: items of the patch, then those it does not name. */
function mergeByOne(
  target: readonly JsonValue[],
  items: readonly JsonObject[],
  { own, keys }: Keyed,
): JsonValue[] {
  const rest = [...target];
  const merged: JsonValue[] = [];
  for (const item of items) {
    const index = rest.findIndex(each => isSame(each, item, own));
    const [existing] = index >= 0 ? rest.splice(index, 1) : [];
    if (item.$patch === 'delete') continue;
    merged.push(
      strategicMerge(isJsonObject(existing) ? existing : {}, item, keys),
    );
  }
  return [...merged, ...rest];
}

/**
 * Where items have two keys, such as ports with a protocol, Kustomize has what is new first and the rest in its place.
 * An item that says one key of an existing one and not the other changes nothing: so does Kustomize 5.
 */
function mergeBySeveral(
  target: readonly JsonValue[],
  items: readonly JsonObject[],
  { own, keys }: Keyed,
): JsonValue[] {
  const [first] = own;
  const isWhole = (item: JsonObject) => own.every(key => key in item);
  const fresh = items.filter(
    item =>
      item.$patch !== 'delete' &&
      !target.some(each => isSame(each, item, own)) &&
      !target.some(
        each =>
          isJsonObject(each) &&
          isSame(each, item, [first]) &&
          !(isWhole(each) && isWhole(item)),
      ),
  );
  const kept = target.flatMap(each => {
    const item = items.find(patch => isSame(each, patch, own));
    if (!item || !isJsonObject(each)) return [each];
    if (item.$patch === 'delete') return isWhole(item) ? [] : [each];
    return [strategicMerge(each, item, keys)];
  });
  return [...fresh, ...kept];
}

function isSame(a: JsonValue, b: JsonObject, keys: readonly string[]): boolean {
  return isJsonObject(a) && keys.every(key => a[key] === b[key]);
}
