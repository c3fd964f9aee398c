import { z } from 'zod';
import {
  groupOf,
  KubernetesObject,
  versionOf,
} from '../../kubernetes/KubernetesObject';
import { typeOfKind } from '../../kubernetes/resourceTypes';
import { healthOf } from '../application/healthOf';
import { ManagedApplication } from '../application/ManagedApplication';

const liveSchema = z.looseObject({
  metadata: z.looseObject({
    uid: z.string(),
    resourceVersion: z.string().optional(),
    creationTimestamp: z.string().optional(),
    ownerReferences: z
      .array(
        z.looseObject({ uid: z.string(), kind: z.string(), name: z.string() }),
      )
      .default([]),
  }),
});

const podSchema = z.looseObject({
  spec: z.looseObject({
    containers: z.array(z.looseObject({ image: z.string() })),
    nodeName: z.string(),
  }),
  status: z.looseObject({
    phase: z.string(),
    containerStatuses: z.array(
      z.looseObject({
        ready: z.boolean(),
        restartCount: z.number(),
        state: z.looseObject({
          waiting: z.looseObject({ reason: z.string() }).optional(),
        }),
      }),
    ),
  }),
});

/** Live resources of an application and what they own, as the `resource-tree` endpoint shows them. */
export function resourceTree(application: ManagedApplication) {
  const { cluster } = application;
  const managed = application.resources.flatMap(
    ({ reference }) => cluster.get(reference) ?? [],
  );
  const owned = ['ReplicaSet', 'Pod'].flatMap(kind => {
    const type = typeOfKind(kind === 'Pod' ? '' : 'apps', kind);
    return type ? cluster.list(type) : [];
  });
  const known = new Set(managed.map(uidOf));
  const descendants = owned.filter(object => {
    const owners = liveSchema.parse(object).metadata.ownerReferences;
    const belongs = owners.some(({ uid }) => known.has(uid));
    if (belongs) known.add(uidOf(object));
    return belongs;
  });
  return {
    nodes: [...managed, ...descendants].map(nodeOf),
    orphanedNodes: [],
    hosts: [],
    shardsCount: 1,
  };
}

function uidOf(object: KubernetesObject): string {
  return liveSchema.parse(object).metadata.uid;
}

/** The fields of `ResourceRef` stand beside the others: they are inlined, whatever the swagger says. */
function nodeOf(object: KubernetesObject) {
  const { metadata } = liveSchema.parse(object);
  const { namespace } = object.metadata;
  const group = groupOf(object);
  const health = healthOf(object, object);
  const pod = object.kind === 'Pod' ? podSchema.parse(object) : undefined;
  return {
    ...(group && { group }),
    version: versionOf(object),
    kind: object.kind,
    ...(namespace && { namespace }),
    name: object.metadata.name,
    uid: metadata.uid,
    ...(metadata.ownerReferences.length > 0 && {
      parentRefs: metadata.ownerReferences.map(owner => ({
        group: 'apps',
        kind: owner.kind,
        namespace,
        name: owner.name,
        uid: owner.uid,
      })),
    }),
    ...(pod && {
      info: podInfo(pod),
      images: pod.spec.containers.map(({ image }) => image),
    }),
    resourceVersion: metadata.resourceVersion,
    ...(health && { health }),
    createdAt: metadata.creationTimestamp,
  };
}

function podInfo({ spec, status }: z.infer<typeof podSchema>) {
  const { containerStatuses: containers } = status;
  const ready = containers.filter(container => container.ready).length;
  const restarts = containers.reduce((sum, each) => sum + each.restartCount, 0);
  const reason = containers.find(({ state }) => state.waiting)?.state.waiting;
  return [
    { name: 'Status Reason', value: reason?.reason ?? status.phase },
    { name: 'Node', value: spec.nodeName },
    { name: 'Containers', value: `${ready}/${containers.length}` },
    ...(restarts > 0
      ? [{ name: 'Restart Count', value: String(restarts) }]
      : []),
  ];
}

/** Wanted and live state of each resource, each as JSON text, as `managed-resources` shows them. */
export function managedResources(application: ManagedApplication) {
  return {
    items: application.resources.map(({ reference, desired, status }) => {
      const live = application.cluster.get(reference);
      const applied = application.cluster.manifest(reference);
      const text = (value: unknown) =>
        value === undefined ? 'null' : JSON.stringify(value);
      return {
        group: reference.group,
        kind: reference.kind,
        namespace: reference.namespace,
        name: reference.name,
        targetState: text(desired),
        liveState: text(live),
        normalizedLiveState: text(applied),
        predictedLiveState: text(desired),
        resourceVersion: live?.metadata.resourceVersion,
        modified: status.status === 'OutOfSync',
      };
    }),
  };
}
