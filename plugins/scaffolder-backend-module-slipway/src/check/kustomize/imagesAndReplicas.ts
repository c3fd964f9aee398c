import { Kustomization } from '../kubernetes/kustomizationSchema';
import { isJsonRecord, JsonRecord } from './mergePatch';

/** Names images as `images` of a kustomization says. */
export function setImages(
  object: JsonRecord,
  { images = [] }: Kustomization,
): JsonRecord {
  if (images.length === 0) return object;
  return mapRecords(object, record => {
    const { image } = record;
    if (typeof image !== 'string') return record;
    const [, name = image] = /^(.*?)(?::[^/:@]+)?(?:@.+)?$/.exec(image) ?? [];
    const own = images.find(candidate => candidate.name === name);
    if (!own) return record;
    const tag = own.newTag === undefined ? '' : `:${own.newTag}`;
    const digest = own.digest === undefined ? '' : `@${own.digest}`;
    return { ...record, image: `${own.newName ?? name}${digest || tag}` };
  });
}

/** Sets replicas as `replicas` of a kustomization says. */
export function setReplicas(
  object: JsonRecord,
  { replicas = [] }: Kustomization,
): JsonRecord {
  const { metadata, spec } = object;
  const own = replicas.find(
    ({ name }) => isJsonRecord(metadata) && metadata.name === name,
  );
  return own && isJsonRecord(spec)
    ? { ...object, spec: { ...spec, replicas: own.count } }
    : object;
}

function mapRecords(
  record: JsonRecord,
  change: (record: JsonRecord) => JsonRecord,
): JsonRecord {
  const inner = Object.entries(change(record)).map(
    ([key, value]) => [key, mapValue(value, change)] as const,
  );
  return Object.fromEntries(inner);
}

function mapValue(
  value: unknown,
  change: (record: JsonRecord) => JsonRecord,
): unknown {
  if (Array.isArray(value)) return value.map(item => mapValue(item, change));
  return isJsonRecord(value) ? mapRecords(value, change) : value;
}
