import { BuildObject, firstId, remembering, withMetadata } from './BuildObject';
import { isClusterKind } from './clusterKinds';
import { isJsonObject, JsonObject, JsonValue, objectAt } from './JsonValue';
import { setField } from './fieldSpec';
import { idOf, ObjectId } from './ObjectId';

/** Their names have a meaning of their own. */
const FIXED_NAMES = new Set([
  '/Namespace',
  'apiextensions.k8s.io/CustomResourceDefinition',
  'apiregistration.k8s.io/APIService',
]);

export function withAffixes(
  object: BuildObject,
  {
    namePrefix = '',
    nameSuffix = '',
  }: {
    readonly namePrefix?: string | undefined;
    readonly nameSuffix?: string | undefined;
  },
): BuildObject {
  const { group, kind } = firstId(object);
  if (FIXED_NAMES.has(`${group}/${kind}`)) return object;
  let changed = object;
  if (namePrefix) {
    changed = {
      ...named(changed, name => `${namePrefix}${name}`),
      prefixes: [...object.prefixes, namePrefix],
    };
  }
  if (nameSuffix) {
    changed = {
      ...named(changed, name => `${name}${nameSuffix}`),
      suffixes: [...object.suffixes, nameSuffix],
    };
  }
  return changed;
}

export function named(
  object: BuildObject,
  rename: (name: string) => string,
): BuildObject {
  const { name } = idOf(object.value);
  return remembering(
    object,
    withMetadata(object.value, { name: rename(name) }),
  );
}

export function withNamespace(
  object: BuildObject,
  namespace: string | undefined,
): BuildObject {
  return namespace
    ? remembering(object, inNamespace(object.value, namespace))
    : object;
}

const SERVICES = new Map([
  ['apiregistration.k8s.io/APIService', 'spec/service/namespace'],
  [
    'apiextensions.k8s.io/CustomResourceDefinition',
    'spec/conversion/webhook/clientConfig/service/namespace',
  ],
]);

function inNamespace(value: JsonObject, namespace: string): JsonObject {
  const id = idOf(value);
  const kind = `${id.group}/${id.kind}`;
  if (kind === '/Namespace') return withMetadata(value, { name: namespace });
  const service = SERVICES.get(kind);
  const inside =
    service !== undefined && hasService(value, kind)
      ? setField(value, { path: service, create: true }, () => namespace)
      : value;
  const own = isClusterKind(id.group, id.kind)
    ? inside
    : withMetadata(inside, { namespace });
  return withSubjects(own, id, namespace);
}

function hasService(value: JsonObject, kind: string): boolean {
  return kind.endsWith('APIService')
    ? objectAt(value, 'spec') !== undefined
    : objectAt(value, 'spec', 'conversion', 'webhook', 'clientConfig') !==
        undefined;
}

/** Of a binding's subjects only the default account follows by itself: others do where they are built too. */
function withSubjects(
  value: JsonObject,
  { kind }: ObjectId,
  namespace: string,
): JsonObject {
  const isBinding = kind === 'RoleBinding' || kind === 'ClusterRoleBinding';
  if (!isBinding || !Array.isArray(value.subjects)) return value;
  const subjects = value.subjects.map(
    (subject): JsonValue =>
      isJsonObject(subject) && subject.name === 'default'
        ? { ...subject, namespace }
        : subject,
  );
  return { ...value, subjects };
}
