import { Millis } from '../world/types';
import { applyAutoscalers } from './applyAutoscalers';
import { ClusterDeployments } from './ClusterDeployments';
import { deterministicUid } from './deterministicName';
import { groupOf, KubernetesObject } from './KubernetesObject';
import { ResourceType, typeOfKind } from './resourceTypes';
import { statusOf } from './statusOf';

/** Names one object in a cluster. */
export interface ObjectReference {
  readonly group: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

interface Stored {
  /** What was applied, to compare with what is wanted. */
  readonly manifest: KubernetesObject;
  readonly object: KubernetesObject;
}

const keyOf = ({ group, kind, namespace, name }: ObjectReference) =>
  [group, kind, namespace ?? '', name].join('/');

export function referenceOf(object: KubernetesObject): ObjectReference {
  const { name, namespace } = object.metadata;
  return { group: groupOf(object), kind: object.kind, namespace, name };
}

/** The objects of one simulated cluster; Deployments get ReplicaSets and Pods of their own. */
export class Cluster {
  readonly deployments = new ClusterDeployments();
  private readonly stored = new Map<string, Stored>();
  private version = 1_000;

  constructor(readonly name: string, private readonly now: () => Millis) {}

  /**
   * Creates or replaces an object, as a server-side apply of the whole manifest.
   *
   * @throws Error with the API server's words when the kind is unknown or the object is invalid.
   */
  apply(manifest: KubernetesObject): void {
    const reference = referenceOf(manifest);
    if (!typeOfKind(reference.group, reference.kind)) {
      throw new Error(
        `The Kubernetes API could not find ${reference.group}/${reference.kind} for requested resource ${reference.namespace}/${reference.name}. Make sure the "${reference.kind}" CRD is installed on the destination cluster.`,
      );
    }
    const previous = this.stored.get(keyOf(reference))?.object;
    const object = this.liveObject(manifest, previous);
    if (reference.kind === 'Deployment') {
      this.deployments.update(object, this.now());
    }
    this.stored.set(keyOf(reference), { manifest, object });
  }

  remove(reference: ObjectReference): void {
    this.stored.delete(keyOf(reference));
    if (reference.kind === 'Deployment') this.deployments.remove(reference);
  }

  /** What was last applied for an object. */
  manifest(reference: ObjectReference): KubernetesObject | undefined {
    return this.stored.get(keyOf(reference))?.manifest;
  }

  manifests(): readonly KubernetesObject[] {
    return [...this.stored.values()].map(({ manifest }) => manifest);
  }

  get(reference: ObjectReference): KubernetesObject | undefined {
    const type = typeOfKind(reference.group, reference.kind);
    return (
      type &&
      this.list(type).find(object => {
        const { name, namespace } = object.metadata;
        return name === reference.name && namespace === reference.namespace;
      })
    );
  }

  /** Objects of a kind with their status, by namespace and name. */
  list({ group, kind }: ResourceType): readonly KubernetesObject[] {
    const stored = [...this.stored.values()]
      .map(({ object }) => object)
      .filter(object => object.kind === kind && groupOf(object) === group);
    const objects =
      group === 'apps' || kind === 'Pod'
        ? this.deployments.list(kind, stored, this.now())
        : stored.map(object => statusOf(object, this));
    return [...objects].sort((a, b) => sortKey(a).localeCompare(sortKey(b)));
  }

  /** As if all that was applied had been running for hours. */
  settle(): void {
    applyAutoscalers(this);
    this.deployments.settle(this.now());
  }

  tick(): void {
    applyAutoscalers(this);
    this.deployments.tick(this.now());
  }

  clear(): void {
    [...this.stored.values()].forEach(({ manifest }) =>
      this.remove(referenceOf(manifest)),
    );
  }

  private liveObject(
    manifest: KubernetesObject,
    previous: KubernetesObject | undefined,
  ): KubernetesObject {
    const { name, namespace } = manifest.metadata;
    const unchanged =
      JSON.stringify(previous?.spec) === JSON.stringify(manifest.spec);
    const generation = Number(previous?.metadata.generation ?? 0);
    this.version += 1;
    return {
      ...manifest,
      metadata: {
        ...manifest.metadata,
        uid: deterministicUid(
          `${this.name}/${manifest.kind}/${namespace}/${name}`,
        ),
        resourceVersion: String(this.version),
        generation: unchanged && previous ? generation : generation + 1,
        creationTimestamp:
          previous?.metadata.creationTimestamp ??
          new Date(this.now()).toISOString().replace(/\.\d+/, ''),
      },
    };
  }
}

function sortKey({ metadata }: KubernetesObject): string {
  return `${metadata.namespace}/${metadata.name}`;
}
