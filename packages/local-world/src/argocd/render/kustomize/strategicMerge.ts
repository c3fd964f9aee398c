import { isJsonObject, JsonObject, JsonValue } from './JsonValue';

/** List fields whose items merge by a key, from the Kubernetes API's patchMergeKey tags. */
const MERGE_KEYS: Readonly<Record<string, string | undefined>> = {
  containers: 'name',
  initContainers: 'name',
  env: 'name',
  volumes: 'name',
  ports: 'containerPort',
  volumeMounts: 'mountPath',
  imagePullSecrets: 'name',
  hostAliases: 'ip',
  topologySpreadConstraints: 'topologyKey',
};

/** Applies a strategic merge patch: objects merge, keyed lists merge by item, null removes. */
export function strategicMerge(
  target: JsonObject,
  patch: JsonObject,
): JsonObject {
  if (patch.$patch === 'replace') {
    const { $patch: _directive, ...replacement } = patch;
    return replacement;
  }
  const merged: JsonObject = { ...target };
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete merged[name];
    else merged[name] = mergeValue(name, merged[name], value);
  }
  return merged;
}

function mergeValue(
  name: string,
  target: JsonValue | undefined,
  patch: JsonValue,
): JsonValue {
  if (isJsonObject(patch)) {
    return strategicMerge(isJsonObject(target) ? target : {}, patch);
  }
  if (Array.isArray(patch) && Array.isArray(target)) {
    return mergeList(name, target, patch);
  }
  return patch;
}

function mergeList(
  name: string,
  target: readonly JsonValue[],
  patch: readonly JsonValue[],
): JsonValue[] {
  const usual = MERGE_KEYS[name];
  // A Service's ports merge by `port`, a container's by `containerPort`.
  const key =
    name === 'ports' &&
    target.some(item => isJsonObject(item) && 'port' in item)
      ? 'port'
      : usual;
  if (!key || !patch.every(item => isJsonObject(item) && key in item)) {
    return [...patch];
  }
  const result = [...target];
  const added: JsonValue[] = [];
  for (const item of patch.filter(isJsonObject)) {
    const index = result.findIndex(
      each => isJsonObject(each) && each[key] === item[key],
    );
    const existing = result[index];
    if (item.$patch === 'delete') {
      if (index >= 0) result.splice(index, 1);
    } else if (isJsonObject(existing)) {
      result[index] = strategicMerge(existing, item);
    } else {
      added.push(item);
    }
  }
  return [...added, ...result];
}
