import { Millis } from '../../world/types';
import { deterministicUid } from '../deterministicName';
import { KubernetesObject } from '../KubernetesObject';
import { parseDeploymentSpec } from './DeploymentSpec';
import { podView } from './podView';
import { replicaSetView } from './replicaSetView';
import { Revision, Rollout } from './Rollout';

/** A Deployment with the ReplicaSets and Pods that belong to it. */
export interface DeploymentView {
  readonly deployment: KubernetesObject;
  readonly replicaSets: readonly KubernetesObject[];
  readonly pods: readonly KubernetesObject[];
}

const iso = (time: Millis) => new Date(time).toISOString();

/** The objects of a Deployment as the API server shows them at a time. */
export function deploymentView(
  stored: KubernetesObject,
  rollout: Rollout,
  now: Millis,
): DeploymentView {
  const namespace = stored.metadata.namespace ?? 'default';
  const name = stored.metadata.name;
  const owner = (revision: Revision) => ({
    namespace,
    replicaSet: `${name}-${revision.hash}`,
    replicaSetUid: deterministicUid(`${namespace}/${name}-${revision.hash}`),
  });
  return {
    deployment: {
      ...stored,
      metadata: {
        ...stored.metadata,
        annotations: {
          ...stored.metadata.annotations,
          'deployment.kubernetes.io/revision': String(rollout.current.number),
        },
      },
      spec: {
        ...parseDeploymentSpec(name, stored.spec),
        replicas: rollout.replicas,
      },
      status: deploymentStatus(stored, rollout, now),
    },
    replicaSets: rollout.revisions.map(revision =>
      replicaSetView(stored, rollout, revision, now),
    ),
    pods: rollout.pods.flatMap(pod => {
      const revision = rollout.revisions.find(
        each => each.hash === pod.templateHash,
      );
      return revision ? [podView(pod, revision, owner(revision), now)] : [];
    }),
  };
}

function deploymentStatus(
  stored: KubernetesObject,
  rollout: Rollout,
  now: Millis,
) {
  const spec = parseDeploymentSpec(stored.metadata.name, stored.spec);
  const ready = rollout.readyPods(now).length;
  const alive = rollout.pods.filter(pod => pod.goneAt === undefined);
  const updated = alive.filter(
    pod => pod.templateHash === rollout.current.hash,
  ).length;
  const late =
    !rollout.isComplete(now) &&
    now - rollout.progressedAt > spec.progressDeadlineSeconds * 1000;
  const available = ready >= rollout.replicas;
  return {
    observedGeneration: stored.metadata.generation,
    replicas: alive.length,
    updatedReplicas: updated,
    readyReplicas: ready,
    availableReplicas: ready,
    ...(ready < rollout.replicas && {
      unavailableReplicas: rollout.replicas - ready,
    }),
    conditions: [
      {
        type: 'Available',
        status: available ? 'True' : 'False',
        reason: available
          ? 'MinimumReplicasAvailable'
          : 'MinimumReplicasUnavailable',
        message: `Deployment ${
          available ? 'has' : 'does not have'
        } minimum availability.`,
        lastTransitionTime: iso(rollout.progressedAt),
      },
      progressCondition(stored.metadata.name, rollout, late, now),
    ],
  };
}

function progressCondition(
  name: string,
  rollout: Rollout,
  late: boolean,
  now: Millis,
) {
  const replicaSet = `ReplicaSet "${name}-${rollout.current.hash}"`;
  const verb = rollout.isComplete(now)
    ? 'has successfully progressed.'
    : 'is progressing.';
  return {
    type: 'Progressing',
    status: late ? 'False' : 'True',
    reason: late
      ? 'ProgressDeadlineExceeded'
      : rolloutReason(rollout.isComplete(now)),
    message: `${replicaSet} ${late ? 'has timed out progressing.' : verb}`,
    lastUpdateTime: iso(rollout.progressedAt),
    lastTransitionTime: iso(rollout.progressedAt),
  };
}

function rolloutReason(complete: boolean): string {
  return complete ? 'NewReplicaSetAvailable' : 'ReplicaSetUpdated';
}
