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
  const merged = new Map(Object.entries(target));
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) merged.delete(name);
    else merged.set(name, mergeValue(name, merged.get(name), value));
  }
  return Object.fromEntries(merged);
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
  // The order that Kustomize gives: items of the patch, then those it does not name.
  const rest = [...target];
  const merged: JsonValue[] = [];
  for (const item of patch.filter(isJsonObject)) {
    const index = rest.findIndex(
      each => isJsonObject(each) && each[key] === item[key],
    );
    const [existing] = index >= 0 ? rest.splice(index, 1) : [];
    if (item.$patch === 'delete') continue;
    merged.push(isJsonObject(existing) ? strategicMerge(existing, item) : item);
  }
  return [...merged, ...rest];
}
