import { isJsonRecord, JsonRecord } from './mergePatch';

/** One operation of https://www.rfc-editor.org/rfc/rfc6902. */
export interface JsonPatchOperation {
  readonly op: string;
  readonly path: string;
  readonly value?: unknown;
}

/** Applies what adds, replaces and removes; the rest changes nothing that policies look at. */
export function applyJsonPatch(
  object: JsonRecord,
  operations: readonly JsonPatchOperation[],
): JsonRecord {
  return operations.reduce<JsonRecord>((current, operation) => {
    const path = operation.path
      .split('/')
      .slice(1)
      .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'));
    const changed = change(current, path, operation);
    return isJsonRecord(changed) ? changed : current;
  }, object);
}

function change(
  target: unknown,
  [key, ...rest]: readonly string[],
  operation: JsonPatchOperation,
): unknown {
  if (key === undefined) return operation.value;
  if (Array.isArray(target))
    return changeList(target, [key, ...rest], operation);
  if (!isJsonRecord(target)) return target;
  const entries = new Map(Object.entries(target));
  if (rest.length === 0 && operation.op === 'remove') entries.delete(key);
  else if (rest.length > 0 || ['add', 'replace'].includes(operation.op)) {
    entries.set(key, change(entries.get(key), rest, operation));
  }
  return Object.fromEntries(entries);
}

function changeList(
  list: readonly unknown[],
  [key = '', ...rest]: readonly string[],
  operation: JsonPatchOperation,
): readonly unknown[] {
  const index = key === '-' ? list.length : Number(key);
  if (rest.length > 0) {
    return list.map((item, at) =>
      at === index ? change(item, rest, operation) : item,
    );
  }
  const removed = operation.op === 'add' ? 0 : 1;
  const added = operation.op === 'remove' ? [] : [operation.value];
  return [...list.slice(0, index), ...added, ...list.slice(index + removed)];
}
