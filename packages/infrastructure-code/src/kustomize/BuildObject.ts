import { BuiltObject } from './BuiltObject';
import { JsonObject, objectAt } from './JsonValue';
import { idOf, isSameId, ObjectId } from './ObjectId';

/** An object on its way through a build, with what it was called before. */
export interface BuildObject extends BuiltObject {
  /** What it was known by before each change of its name or namespace, the first one first. */
  readonly formerIds: readonly ObjectId[];
  readonly prefixes: readonly string[];
  readonly suffixes: readonly string[];
  /** A hash of its content is put behind its name at the end. */
  readonly isHashed: boolean;
}

export function toBuildObject(object: BuiltObject): BuildObject {
  return {
    ...object,
    formerIds: [],
    prefixes: [],
    suffixes: [],
    isHashed: false,
  };
}

/** All that an object is or was known by. */
export function idsOf({ formerIds, value }: BuildObject): readonly ObjectId[] {
  return [...formerIds, idOf(value)];
}

/** What it was called in the file that it comes from. */
export function firstId(object: BuildObject): ObjectId {
  return object.formerIds[0] ?? idOf(object.value);
}

export function isKnownAs(object: BuildObject, id: ObjectId): boolean {
  return idsOf(object).some(each => isSameId(each, id));
}

/** The object with another value; what it was known by until now is kept for those that refer to it. */
export function remembering(
  object: BuildObject,
  value: JsonObject,
): BuildObject {
  return {
    ...object,
    value,
    formerIds: [...object.formerIds, idOf(object.value)],
  };
}

export function withMetadata(
  value: JsonObject,
  changes: JsonObject,
): JsonObject {
  return {
    ...value,
    metadata: { ...objectAt(value, 'metadata'), ...changes },
  };
}
