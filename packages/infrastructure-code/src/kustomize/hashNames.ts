import { BuiltObject } from './BuiltObject';
import { contentHash } from './contentHash';
import { isJsonObject, JsonObject, JsonValue, objectAt } from './JsonValue';

/** Kinds whose pods Kustomize looks into for names of config maps. */
const WORKLOADS = new Set([
  'CronJob',
  'DaemonSet',
  'Deployment',
  'Job',
  'Pod',
  'ReplicaSet',
  'ReplicationController',
  'StatefulSet',
]);
const REFERENCES = new Set(['configMap', 'configMapRef', 'configMapKeyRef']);

/** Puts hashes behind the names of generated config maps, also where pods name them. The last step of a build. */
export function hashNames(objects: readonly BuiltObject[]): BuiltObject[] {
  const names = new Map<string, string>();
  for (const { value, generatedAs } of objects) {
    if (generatedAs === undefined) continue;
    names.set(generatedAs, `${generatedAs}-${contentHash(value.data)}`);
  }
  if (names.size === 0) return [...objects];
  return objects.map(object => {
    const { value, generatedAs } = object;
    if (generatedAs !== undefined) {
      const name = names.get(generatedAs) ?? generatedAs;
      const metadata = { ...objectAt(value, 'metadata'), name };
      return { ...object, value: { ...value, metadata } };
    }
    return WORKLOADS.has(String(value.kind))
      ? { ...object, value: renamed(value, names) }
      : object;
  });
}

function renamed(
  object: JsonObject,
  names: ReadonlyMap<string, string>,
): JsonObject {
  const visit = (key: string, value: JsonValue): JsonValue => {
    if (Array.isArray(value)) return value.map(item => visit(key, item));
    if (!isJsonObject(value)) return value;
    const inner = renamed(value, names);
    const name = REFERENCES.has(key)
      ? names.get(String(value.name))
      : undefined;
    return name === undefined ? inner : { ...inner, name };
  };
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => [key, visit(key, value)]),
  );
}
