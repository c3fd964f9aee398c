import { z } from 'zod';
import { isJsonObject, JsonObject, JsonValue } from './JsonValue';
import { ManifestError } from './ManifestError';

/** https://www.rfc-editor.org/rfc/rfc6902, as far as Kustomize applies it. */
export const jsonPatchSchema = z.array(
  z.discriminatedUnion('op', [
    z.strictObject({ op: z.literal('add'), ...pathAndValue() }),
    z.strictObject({ op: z.literal('replace'), ...pathAndValue() }),
    z.strictObject({ op: z.literal('test'), ...pathAndValue() }),
    z.strictObject({ op: z.literal('remove'), path: pointer() }),
    z.strictObject({ op: z.literal('copy'), path: pointer(), from: pointer() }),
    z.strictObject({ op: z.literal('move'), path: pointer(), from: pointer() }),
  ]),
);

type Operation = z.infer<typeof jsonPatchSchema>[number];

type Change = Extract<Operation, { op: 'add' | 'replace' | 'test' | 'remove' }>;

/**
 * Applies an RFC 6902 patch.
 *
 * @throws ManifestError when a path does not exist or a test fails.
 */
export function jsonPatch(
  target: JsonObject,
  operations: readonly Operation[],
): JsonObject {
  const copy = structuredClone(target);
  operations.forEach(operation => applyOperation(copy, operation));
  return copy;
}

function applyOperation(root: JsonObject, operation: Operation): void {
  if (operation.op !== 'copy' && operation.op !== 'move') {
    applyChange(root, operation);
    return;
  }
  const { op, path, from } = operation;
  const value = namesOf(from).reduce<JsonValue | undefined>(child, root);
  if (value === undefined) throw missing({ op, path: from });
  if (op === 'move') applyChange(root, { op: 'remove', path: from });
  applyChange(root, { op: 'add', path, value: structuredClone(value) });
}

function applyChange(root: JsonObject, change: Change): void {
  const names = namesOf(change.path);
  const last = names.pop();
  const parent = names.reduce<JsonValue | undefined>(child, root);
  if (last === undefined || parent === undefined) throw missing(change);
  if (Array.isArray(parent)) applyToList(parent, last, change);
  else if (isJsonObject(parent)) applyToObject(parent, last, change);
  else throw missing(change);
}

function namesOf(path: string): string[] {
  return path
    .split('/')
    .slice(1)
    .map(part => part.replace(/~1/g, '/').replace(/~0/g, '~'));
}

/** Own names only: a path such as `/__proto__/x` must not reach what all objects share. */
function child(
  parent: JsonValue | undefined,
  name: string,
): JsonValue | undefined {
  if (Array.isArray(parent)) return parent[Number(name)];
  return isJsonObject(parent) && Object.hasOwn(parent, name)
    ? parent[name]
    : undefined;
}

function applyToObject(
  parent: JsonObject,
  name: string,
  operation: Change,
): void {
  if (operation.op !== 'add' && !Object.hasOwn(parent, name))
    throw missing(operation);
  if (operation.op === 'remove') delete parent[name];
  else if (operation.op === 'test') expectEqual(parent[name], operation);
  else parent[name] = operation.value;
}

function applyToList(
  parent: JsonValue[],
  name: string,
  operation: Change,
): void {
  const index = name === '-' ? parent.length : Number(name);
  const last = operation.op === 'add' ? parent.length : parent.length - 1;
  if (!Number.isInteger(index) || index < 0 || index > last) {
    throw missing(operation);
  }
  if (operation.op === 'remove') parent.splice(index, 1);
  else if (operation.op === 'test') expectEqual(parent[index], operation);
  else if (operation.op === 'add') parent.splice(index, 0, operation.value);
  else parent[index] = operation.value;
}

function expectEqual(
  actual: JsonValue,
  operation: Extract<Operation, { op: 'test' }>,
): void {
  if (JSON.stringify(actual) !== JSON.stringify(operation.value)) {
    throw new ManifestError(
      `JSON patch: testing value ${operation.path} failed`,
    );
  }
}

function missing({ op, path }: Pick<Operation, 'op' | 'path'>): ManifestError {
  return new ManifestError(`JSON patch: ${op} of missing path '${path}'`);
}

function pointer() {
  return z.string().regex(/^\//, "must be a path such as '/spec/replicas'");
}

function pathAndValue() {
  return { path: pointer(), value: z.json() };
}
