import { BuildContext } from './BuildContext';
import { BuildObject, isKnownAs } from './BuildObject';
import { GeneratedObject } from './generateObjects';
import { JsonObject, objectAt } from './JsonValue';
import { idOf } from './ObjectId';

/** Adds what was generated; what merges or replaces takes the place of what is there. */
export function absorbGenerated(
  objects: readonly BuildObject[],
  generated: readonly GeneratedObject[],
  context: BuildContext,
): readonly BuildObject[] {
  return generated.reduce<readonly BuildObject[]>(
    (current, { behavior, ...object }) => {
      const id = idOf(object.value);
      const [old, ...others] = current.filter(each => isKnownAs(each, id));
      const about = `${object.file}: ${id.kind} '${id.name}'`;
      if (others.length > 0) {
        context.refuse(`${about}: several objects are called so`);
      }
      if (!old) {
        if (behavior !== 'create') {
          context.refuse(`${about} does not exist: cannot ${behavior} it`);
        }
        return [...current, object];
      }
      if (behavior === 'create') {
        context.refuse(`${about} exists: behavior must be merge or replace`);
        return current;
      }
      const next = replaced(old, object, behavior === 'merge');
      return current.map(each => (each === old ? next : each));
    },
    objects,
  );
}

/** Names, labels and annotations of what was there stay. */
function replaced(
  old: BuildObject,
  next: BuildObject,
  isMerged: boolean,
): BuildObject {
  const [before, after] = [old.value, next.value].map(value => ({
    metadata: objectAt(value, 'metadata') ?? {},
    value,
  }));
  const { name, namespace } = before.metadata;
  const metadata = {
    name,
    ...(namespace !== undefined && { namespace }),
    ...merged('labels', before.metadata, after.metadata),
    ...merged('annotations', before.metadata, after.metadata),
  };
  const value: JsonObject = {
    ...after.value,
    metadata,
    ...(isMerged && merged('data', before.value, after.value)),
    ...(isMerged && merged('binaryData', before.value, after.value)),
  };
  // With a hash or without one, as those that refer to it know it.
  return { ...old, value, isHashed: old.isHashed && next.isHashed };
}

function merged(
  name: string,
  before: JsonObject,
  after: JsonObject,
): JsonObject {
  const map = { ...objectAt(before, name), ...objectAt(after, name) };
  return Object.keys(map).length > 0 ? { [name]: map } : {};
}
