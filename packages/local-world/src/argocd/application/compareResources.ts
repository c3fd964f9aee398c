import {
  Cluster,
  ObjectReference,
  referenceOf,
} from '../../kubernetes/Cluster';
import {
  groupOf,
  KubernetesObject,
  versionOf,
} from '../../kubernetes/KubernetesObject';
import { typeOfKind } from '../../kubernetes/resourceTypes';
import { ApplicationManifest } from './ApplicationManifest';
import { ResourceStatus } from './ApplicationStatus';
import { healthOf } from './healthOf';

/** Annotation by which Argo CD knows what it has applied. */
export const TRACKING_ANNOTATION = 'argocd.argoproj.io/tracking-id';

/** A resource of an application: what Git wants of it, and what there is. */
export interface ComparedResource {
  readonly reference: ObjectReference;
  readonly desired?: KubernetesObject;
  readonly status: ResourceStatus;
}

/** What is to be applied for a rendered object: in its namespace, and marked as the application's. */
export function trackedObject(
  application: ApplicationManifest,
  object: KubernetesObject,
): KubernetesObject {
  const group = groupOf(object);
  const namespaced = typeOfKind(group, object.kind)?.namespaced ?? true;
  const { name, annotations } = object.metadata;
  const namespace = namespaced
    ? object.metadata.namespace ?? application.spec.destination.namespace
    : undefined;
  const id = `${application.metadata.name}:${group}/${object.kind}:${
    namespace ?? ''
  }/${name}`;
  return {
    ...object,
    metadata: {
      ...object.metadata,
      ...(namespace && { namespace }),
      annotations: { ...annotations, [TRACKING_ANNOTATION]: id },
    },
  };
}

/** Compares what is wanted with what was applied, and adds what is no longer wanted. */
export function compareResources(
  application: ApplicationManifest,
  desired: readonly KubernetesObject[],
  cluster: Cluster,
): readonly ComparedResource[] {
  const wanted = desired.map(object => {
    const reference = referenceOf(object);
    const applied = cluster.manifest(reference);
    const same =
      applied !== undefined &&
      comparable(application, applied) === comparable(application, object);
    const status = statusOf(object, same, cluster);
    return { reference, desired: object, status };
  });
  const prefix = `${application.metadata.name}:`;
  const known = new Set(
    desired.map(object => object.metadata.annotations?.[TRACKING_ANNOTATION]),
  );
  const surplus = cluster
    .manifests()
    .filter(({ metadata }) => {
      const id = metadata.annotations?.[TRACKING_ANNOTATION];
      return id?.startsWith(prefix) && !known.has(id);
    })
    .map(object => ({
      reference: referenceOf(object),
      status: {
        ...statusOf(object, false, cluster),
        requiresPruning: true,
      },
    }));
  return [...wanted, ...surplus];
}

function statusOf(
  object: KubernetesObject,
  synced: boolean,
  cluster: Cluster,
): ResourceStatus {
  const { namespace, name } = object.metadata;
  const group = groupOf(object);
  const health = healthOf(object, cluster.get(referenceOf(object)));
  return {
    ...(group && { group }),
    version: versionOf(object),
    kind: object.kind,
    ...(namespace && { namespace }),
    name,
    status: synced ? 'Synced' : 'OutOfSync',
    ...(health && { health }),
  };
}

/** Text that is equal for manifests that do not differ but in what is to be ignored. */
function comparable(
  application: ApplicationManifest,
  object: KubernetesObject,
): string {
  const { name } = object.metadata;
  const pointers = application.spec.ignoreDifferences
    .filter(
      rule =>
        rule.kind === object.kind &&
        rule.group === groupOf(object) &&
        (rule.name ?? name) === name,
    )
    .flatMap(rule => rule.jsonPointers);
  return JSON.stringify(sortedWithout(object, '', pointers));
}

function sortedWithout(
  value: unknown,
  path: string,
  pointers: readonly string[],
): unknown {
  if (Array.isArray(value)) {
    return value.map((item, index) =>
      sortedWithout(item, `${path}/${index}`, pointers),
    );
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .map(([name, item]): [string, string, unknown] => [
      name,
      `${path}/${name.replace(/~/g, '~0').replace(/\//g, '~1')}`,
      item,
    ])
    .filter(([, pointer]) => !pointers.includes(pointer))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, pointer, item]) => [
      name,
      sortedWithout(item, pointer, pointers),
    ]);
}
