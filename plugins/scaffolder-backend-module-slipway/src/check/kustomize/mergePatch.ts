/** An object of JSON. */
export type JsonRecord = Readonly<Record<string, unknown>>;

export function isJsonRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Lists whose items merge by a key, from the patchMergeKey tags of the Kubernetes API. */
const MERGE_KEYS: ReadonlyMap<string, string> = new Map([
  ['containers', 'name'],
  ['initContainers', 'name'],
  ['env', 'name'],
  ['volumes', 'name'],
  ['volumeMounts', 'mountPath'],
  ['ports', 'containerPort'],
]);

/** A strategic merge patch as far as policies need it: objects merge, keyed lists merge by item, null removes. */
export function mergePatch(target: JsonRecord, patch: JsonRecord): JsonRecord {
  const merged = new Map(Object.entries(target));
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) merged.delete(name);
    else merged.set(name, mergeValue(name, merged.get(name), value));
  }
  return Object.fromEntries(merged);
}

function mergeValue(name: string, target: unknown, patch: unknown): unknown {
  if (isJsonRecord(patch)) {
    return mergePatch(isJsonRecord(target) ? target : {}, patch);
  }
  const key = MERGE_KEYS.get(name);
  if (!key || !Array.isArray(patch) || !Array.isArray(target)) return patch;
  const patches = patch.filter(isJsonRecord);
  const kept = target.map(item => {
    const own = patches.find(
      other => isJsonRecord(item) && other[key] === item[key],
    );
    return own && isJsonRecord(item) ? mergePatch(item, own) : item;
  });
  const added = patches.filter(
    own => !target.some(item => isJsonRecord(item) && item[key] === own[key]),
  );
  return [...kept, ...added];
}
