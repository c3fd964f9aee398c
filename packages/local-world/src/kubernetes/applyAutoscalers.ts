import { z } from 'zod';
import { Cluster } from './Cluster';
import { KubernetesObject } from './KubernetesObject';
import { Rollout } from './rollout/Rollout';

const target = z.looseObject({ name: z.string() });

export const autoscalerSpec = z.looseObject({
  scaleTargetRef: target,
  minReplicas: z.number().int().default(1),
  maxReplicas: z.number().int(),
  metrics: z
    .array(
      z.looseObject({
        resource: z.looseObject({ name: z.string() }).optional(),
      }),
    )
    .default([]),
});

/** https://keda.sh/docs/2.17/reference/scaledobject-spec/ */
const scaledObjectSpec = z.looseObject({
  scaleTargetRef: target,
  minReplicaCount: z.number().int().default(0),
  maxReplicaCount: z.number().int().default(100),
});

/** https://argo-rollouts.readthedocs.io/en/stable/features/specification/ */
const workloadRefSpec = z.looseObject({
  replicas: z.number().int().default(1),
  workloadRef: target,
});

/** What keeps the replicas of a Deployment between two numbers. */
interface Bounds {
  readonly target: string;
  readonly min: number;
  readonly max: number;
}

function boundsOf({ kind, spec }: KubernetesObject): Bounds | undefined {
  if (kind === 'HorizontalPodAutoscaler') {
    const { scaleTargetRef, minReplicas, maxReplicas } =
      autoscalerSpec.parse(spec);
    return { target: scaleTargetRef.name, min: minReplicas, max: maxReplicas };
  }
  if (kind === 'ScaledObject') {
    const { scaleTargetRef, minReplicaCount, maxReplicaCount } =
      scaledObjectSpec.parse(spec);
    return {
      target: scaleTargetRef.name,
      min: minReplicaCount,
      max: maxReplicaCount,
    };
  }
  if (kind === 'Rollout') {
    // Its steps are not played: the Deployment's own rollout stands for them, though it asks for no pods itself.
    const { replicas, workloadRef } = workloadRefSpec.parse(spec);
    return { target: workloadRef.name, min: replicas, max: Infinity };
  }
  return undefined;
}

/** The rollout whose replicas a HorizontalPodAutoscaler owns. */
export function autoscalerTarget(
  autoscaler: KubernetesObject,
  cluster: Cluster,
): Rollout | undefined {
  const bounds = boundsOf(autoscaler);
  return cluster.deployments
    .all()
    .find(
      ({ object: { metadata } }) =>
        metadata.name === bounds?.target &&
        metadata.namespace === autoscaler.metadata.namespace,
    )?.rollout;
}

/** Keeps replicas within the bounds of autoscalers and canaries; load never moves them in the simulated world. */
export function applyAutoscalers(cluster: Cluster): void {
  for (const object of cluster.manifests()) {
    const bounds = boundsOf(object);
    const rollout = bounds && autoscalerTarget(object, cluster);
    if (rollout) {
      const wanted = Math.max(rollout.replicas, bounds.min);
      rollout.replicas = Math.min(wanted, bounds.max);
    }
  }
}
