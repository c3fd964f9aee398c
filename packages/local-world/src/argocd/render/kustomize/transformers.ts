import { typeOfKind } from '../../../kubernetes/resourceTypes';
import { isJsonObject, JsonObject, JsonValue, objectAt } from './JsonValue';
import { Kustomization } from './kustomizationSchema';

type Transform = (object: JsonObject) => JsonObject;

/** Merges into the object at a path, which is made where it is missing. */
function mergeAt(
  object: JsonObject,
  path: readonly string[],
  values: JsonObject,
): JsonObject {
  const [name, ...rest] = path;
  if (name === undefined) return { ...object, ...values };
  const current = object[name];
  const next = isJsonObject(current) ? current : {};
  return { ...object, [name]: mergeAt(next, rest, values) };
}

export function namespaceTransform(namespace: string | undefined): Transform {
  return object => {
    const group = String(object.apiVersion ?? '').includes('/')
      ? String(object.apiVersion).split('/')[0]
      : '';
    const type = typeOfKind(group, String(object.kind));
    return namespace && type?.namespaced !== false
      ? mergeAt(object, ['metadata'], { namespace })
      : object;
  };
}

export function annotationsTransform(annotations: JsonObject): Transform {
  return object => {
    if (Object.keys(annotations).length === 0) return object;
    const own = mergeAt(object, ['metadata', 'annotations'], annotations);
    return objectAt(object, 'spec', 'template')
      ? mergeAt(
          own,
          ['spec', 'template', 'metadata', 'annotations'],
          annotations,
        )
      : own;
  };
}

export function labelsTransform(
  entry: Kustomization['labels'][number],
): Transform {
  const { pairs, includeSelectors, includeTemplates } = entry;
  return object => {
    let labelled = mergeAt(object, ['metadata', 'labels'], pairs);
    const hasTemplate = objectAt(object, 'spec', 'template') !== undefined;
    if (hasTemplate && (includeTemplates || includeSelectors)) {
      labelled = mergeAt(
        labelled,
        ['spec', 'template', 'metadata', 'labels'],
        pairs,
      );
    }
    if (includeSelectors && hasTemplate) {
      labelled = mergeAt(labelled, ['spec', 'selector', 'matchLabels'], pairs);
    } else if (includeSelectors && object.kind === 'Service') {
      labelled = mergeAt(labelled, ['spec', 'selector'], pairs);
    }
    return labelled;
  };
}

export function replicasTransform(
  entry: Kustomization['replicas'][number],
): Transform {
  const scalable = ['Deployment', 'StatefulSet', 'ReplicaSet'];
  return object =>
    scalable.includes(String(object.kind)) &&
    objectAt(object, 'metadata')?.name === entry.name
      ? mergeAt(object, ['spec'], { replicas: entry.count })
      : object;
}

export function imageTransform(
  entry: Kustomization['images'][number],
): Transform {
  const rename = (image: string) => {
    const [, name, tag] = /^(.*?)(:[^:/@]+|@.+)?$/.exec(image) ?? [];
    if (name !== entry.name) return image;
    const suffix = entry.digest
      ? `@${entry.digest}`
      : (entry.newTag && `:${entry.newTag}`) ?? tag ?? '';
    return `${entry.newName ?? name}${suffix}`;
  };
  const visit = (value: JsonValue, inContainer: boolean): JsonValue => {
    if (Array.isArray(value))
      return value.map(item => visit(item, inContainer));
    if (!isJsonObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        inContainer && key === 'image' && typeof item === 'string'
          ? rename(item)
          : visit(item, key === 'containers' || key === 'initContainers'),
      ]),
    );
  };
  return object => {
    const visited = visit(object, false);
    return isJsonObject(visited) ? visited : object;
  };
}
