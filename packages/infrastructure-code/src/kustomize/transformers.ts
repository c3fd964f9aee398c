import { isJsonObject, JsonObject, JsonValue, objectAt } from './JsonValue';
import { Kustomization } from './kustomizationSchema';

type Transform = (object: JsonObject) => JsonObject;

/** Kinds without a namespace, as Kustomize has them built in. Those of custom resources are taken as having one. */
const CLUSTER_KINDS = new Set([
  '/Namespace',
  '/Node',
  '/PersistentVolume',
  'admissionregistration.k8s.io/MutatingWebhookConfiguration',
  'admissionregistration.k8s.io/ValidatingAdmissionPolicy',
  'admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding',
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration',
  'apiextensions.k8s.io/CustomResourceDefinition',
  'apiregistration.k8s.io/APIService',
  'certificates.k8s.io/CertificateSigningRequest',
  'networking.k8s.io/IngressClass',
  'node.k8s.io/RuntimeClass',
  'rbac.authorization.k8s.io/ClusterRole',
  'rbac.authorization.k8s.io/ClusterRoleBinding',
  'scheduling.k8s.io/PriorityClass',
  'storage.k8s.io/CSIDriver',
  'storage.k8s.io/CSINode',
  'storage.k8s.io/StorageClass',
  'storage.k8s.io/VolumeAttachment',
]);

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

function namespaceTransform(namespace: string | undefined): Transform {
  return object => {
    const group = String(object.apiVersion ?? '').includes('/')
      ? String(object.apiVersion).split('/')[0]
      : '';
    const kind = `${group}/${String(object.kind)}`;
    return namespace && !CLUSTER_KINDS.has(kind)
      ? mergeAt(object, ['metadata'], { namespace })
      : object;
  };
}

function annotationsTransform(annotations: JsonObject): Transform {
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

function labelsTransform(entry: Kustomization['labels'][number]): Transform {
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

function replicasTransform(
  entry: Kustomization['replicas'][number],
): Transform {
  const scalable = ['Deployment', 'StatefulSet', 'ReplicaSet'];
  return object =>
    scalable.includes(String(object.kind)) &&
    objectAt(object, 'metadata')?.name === entry.name
      ? mergeAt(object, ['spec'], { replicas: entry.count })
      : object;
}

function imageTransform(entry: Kustomization['images'][number]): Transform {
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

/** In Kustomize's own order: namespace, labels, annotations, replicas, images. */
export function transform(
  object: JsonObject,
  kustomization: Kustomization,
): JsonObject {
  const transforms = [
    namespaceTransform(kustomization.namespace),
    ...kustomization.labels.map(labelsTransform),
    annotationsTransform(kustomization.commonAnnotations),
    ...kustomization.replicas.map(replicasTransform),
    ...kustomization.images.map(imageTransform),
  ];
  return transforms.reduce((current, apply) => apply(current), object);
}
