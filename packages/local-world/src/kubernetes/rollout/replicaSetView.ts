import { Millis } from '../../world/types';
import { deterministicUid } from '../deterministicName';
import { KubernetesObject } from '../KubernetesObject';
import { Revision, Rollout } from './Rollout';

/** A ReplicaSet of a Deployment as the API server shows it. */
export function replicaSetView(
  deployment: KubernetesObject,
  rollout: Rollout,
  revision: Revision,
  now: Millis,
): KubernetesObject {
  const { hash, template } = revision;
  const pods = rollout.pods.filter(
    pod => pod.templateHash === hash && pod.goneAt === undefined,
  );
  const ready = pods.filter(pod => pod.readyAt <= now).length;
  const labels = { ...template.metadata.labels, 'pod-template-hash': hash };
  const version = String(Math.floor(rollout.progressedAt / 1000));
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      ...metadataOf(deployment, revision),
      resourceVersion: version,
      labels,
    },
    spec: {
      replicas: pods.length,
      selector: { matchLabels: labels },
      template,
    },
    status: {
      replicas: pods.length,
      fullyLabeledReplicas: pods.length,
      readyReplicas: ready,
      availableReplicas: ready,
    },
  };
}

function metadataOf(
  { metadata }: KubernetesObject,
  { hash, number, createdAt }: Revision,
) {
  const namespace = metadata.namespace ?? 'default';
  const name = `${metadata.name}-${hash}`;
  return {
    name,
    namespace,
    uid: deterministicUid(`${namespace}/${name}`),
    creationTimestamp: new Date(createdAt).toISOString(),
    annotations: { 'deployment.kubernetes.io/revision': String(number) },
    ownerReferences: [
      {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        name: metadata.name,
        uid: metadata.uid,
        controller: true,
        blockOwnerDeletion: true,
      },
    ],
  };
}
