import { isJsonObject, JsonObject, JsonValue } from './JsonValue';
import { ObjectId } from './ObjectId';

/** Fields of objects that a transformer looks at, as Kustomize's own configuration has them. */
export interface FieldSpec {
  /** Names from the top; lists on the way are gone through item by item. */
  readonly path: string;
  readonly kinds?: readonly string[];
  readonly group?: string;
  readonly version?: string;
  /** Made where it is missing. */
  readonly create?: boolean;
}

export function isAboutKind(spec: FieldSpec, id: ObjectId): boolean {
  return (
    (spec.kinds === undefined || spec.kinds.includes(id.kind)) &&
    (spec.group === undefined || spec.group === id.group) &&
    (spec.version === undefined || spec.version === id.version)
  );
}

/** Sets what is at the path of a spec, everywhere it leads. */
export function setField(
  object: JsonObject,
  spec: FieldSpec,
  set: (value: JsonValue | undefined) => JsonValue | undefined,
): JsonObject {
  const names = spec.path.split('/').map(name => name.replaceAll('~1', '/'));
  const changed = visit(object, names, { set, create: spec.create === true });
  return isJsonObject(changed) ? changed : object;
}

interface Setting {
  readonly set: (value: JsonValue | undefined) => JsonValue | undefined;
  readonly create: boolean;
}

function visit(
  value: JsonValue | undefined,
  names: readonly string[],
  setting: Setting,
): JsonValue | undefined {
  const [name, ...rest] = names;
  if (name === undefined) return setting.set(value);
  if (Array.isArray(value)) {
    return value.map(item => visit(item, names, setting) ?? item);
  }
  if (value !== undefined && value !== null && !isJsonObject(value)) {
    return value;
  }
  const current = isJsonObject(value) ? value : {};
  const isThere =
    Object.hasOwn(current, name) &&
    (current[name] !== null || rest.length === 0);
  if (!isThere && !setting.create) return value;
  const own = Object.hasOwn(current, name) ? current[name] : undefined;
  const next = visit(own, rest, setting);
  return next === undefined ? value : { ...current, [name]: next };
}
