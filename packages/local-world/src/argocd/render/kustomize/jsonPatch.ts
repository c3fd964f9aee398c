import { z } from 'zod';
import { ManifestError } from '../ManifestRenderer';
import { isJsonObject, JsonObject, JsonValue } from './JsonValue';

const value: z.ZodType<JsonValue> = z.json();

export const jsonPatchSchema = z.array(
  z.discriminatedUnion('op', [
    z.strictObject({ op: z.literal('add'), path: z.string(), value }),
    z.strictObject({ op: z.literal('replace'), path: z.string(), value }),
    z.strictObject({ op: z.literal('test'), path: z.string(), value }),
    z.strictObject({ op: z.literal('remove'), path: z.string() }),
  ]),
);

type Operation = z.infer<typeof jsonPatchSchema>[number];

/**
 * Applies an RFC 6902 patch (add, replace, remove, test).
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
  const names = operation.path
    .split('/')
    .slice(1)
    .map(part => part.replace(/~1/g, '/').replace(/~0/g, '~'));
  const last = names.pop();
  const parent = names.reduce<JsonValue | undefined>(child, root);
  if (last === undefined || parent === undefined) throw missing(operation);
  if (Array.isArray(parent)) applyToList(parent, last, operation);
  else if (isJsonObject(parent)) applyToObject(parent, last, operation);
  else throw missing(operation);
}

function child(parent: JsonValue | undefined, name: string) {
  if (Array.isArray(parent)) return parent[Number(name)];
  return isJsonObject(parent) ? parent[name] : undefined;
}

function applyToObject(
  parent: JsonObject,
  name: string,
  operation: Operation,
): void {
  if (operation.op !== 'add' && !(name in parent)) throw missing(operation);
  if (operation.op === 'remove') delete parent[name];
  else if (operation.op === 'test') expectEqual(parent[name], operation);
  else parent[name] = operation.value;
}

function applyToList(
  parent: JsonValue[],
  name: string,
  operation: Operation,
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

function missing({ op, path }: Operation): ManifestError {
  return new ManifestError(`JSON patch: ${op} of missing path '${path}'`);
}
