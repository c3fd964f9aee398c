import { z } from 'zod';
import { Cluster } from './Cluster';
import { KubernetesObject } from './KubernetesObject';
import { Rollout } from './rollout/Rollout';

export const autoscalerSpec = z.looseObject({
  scaleTargetRef: z.looseObject({ name: z.string() }),
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

/** The rollout whose replicas a HorizontalPodAutoscaler owns. */
export function autoscalerTarget(
  autoscaler: KubernetesObject,
  cluster: Cluster,
): Rollout | undefined {
  const { scaleTargetRef } = autoscalerSpec.parse(autoscaler.spec);
  return cluster.deployments
    .all()
    .find(
      ({ object: { metadata } }) =>
        metadata.name === scaleTargetRef.name &&
        metadata.namespace === autoscaler.metadata.namespace,
    )?.rollout;
}

/** Keeps replicas within the bounds of the autoscalers; load never moves them in the simulated world. */
export function applyAutoscalers(cluster: Cluster): void {
  for (const object of cluster.manifests()) {
    if (object.kind !== 'HorizontalPodAutoscaler') continue;
    const { minReplicas, maxReplicas } = autoscalerSpec.parse(object.spec);
    const rollout = autoscalerTarget(object, cluster);
    if (rollout) {
      const wanted = Math.max(rollout.replicas, minReplicas);
      rollout.replicas = Math.min(wanted, maxReplicas);
    }
  }
}
