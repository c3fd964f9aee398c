import { BuildContext } from './BuildContext';
import { BuildObject } from './BuildObject';
import { isAboutKind, setField } from './fieldSpec';
import { isJsonObject, JsonObject, JsonValue, objectAt } from './JsonValue';
import { NameReference, nameReferences } from './nameReferences';
import { groupVersionOf, idOf } from './ObjectId';
import { Referrer, Renamed } from './Referrer';

/** Writes the new names of what was renamed wherever objects name it. */
export function fixReferences(
  objects: readonly BuildObject[],
  context: BuildContext,
): readonly BuildObject[] {
  const renamed = byFormerName(objects);
  if (renamed.size === 0) return objects;
  return objects.map(object => {
    const referrer = new Referrer(object, renamed, context);
    const value = nameReferences.reduce(
      (current, reference) => fixed(current, reference, referrer),
      object.value,
    );
    return { ...object, value };
  });
}

function byFormerName(objects: readonly BuildObject[]): Renamed {
  const renamed = new Map<string, BuildObject[]>();
  for (const object of objects) {
    for (const name of new Set(object.formerIds.map(id => id.name))) {
      const same = renamed.get(name);
      if (same) same.push(object);
      else renamed.set(name, [object]);
    }
  }
  return renamed;
}

function fixed(
  value: JsonObject,
  { target, fields }: NameReference,
  referrer: Referrer,
): JsonObject {
  const id = idOf(value);
  return fields
    .filter(field => isAboutKind(field, id))
    .reduce((current, field) => {
      const role = field.path.endsWith('roleRef/name')
        ? roleOf(current)
        : undefined;
      const named = { target, ...(role && { role }) };
      return setField(current, field, found =>
        withName(found, named, referrer),
      );
    }, value);
}

/** A RoleBinding may name a Role or a ClusterRole, and says which. */
function roleOf(value: JsonObject) {
  const role = objectAt(value, 'roleRef');
  const { apiGroup, kind } = role ?? {};
  return typeof apiGroup === 'string' && typeof kind === 'string'
    ? { group: groupVersionOf(`${apiGroup}/`).group, kind }
    : undefined;
}

type Named = Parameters<Referrer['find']>[1];

function withName(
  value: JsonValue | undefined,
  named: Named,
  referrer: Referrer,
): JsonValue | undefined {
  if (Array.isArray(value)) {
    return value.map(item => withName(item, named, referrer) ?? item);
  }
  if (isJsonObject(value)) return withNameAndNamespace(value, named, referrer);
  if (typeof value !== 'string') return value;
  const found = referrer.find(value, named);
  return found ? idOf(found.value).name : value;
}

/** Where a field holds a namespace too, it follows as well. */
function withNameAndNamespace(
  value: JsonObject,
  named: Named,
  referrer: Referrer,
): JsonObject {
  if (typeof value.name !== 'string') return value;
  const where =
    typeof value.namespace === 'string' ? value.namespace : undefined;
  const found = referrer.find(value.name, {
    ...named,
    isMap: true,
    ...(where !== undefined && { where }),
  });
  if (!found) return value;
  const { name, namespace } = idOf(found.value);
  return { ...value, name, ...(namespace !== '' && { namespace }) };
}
