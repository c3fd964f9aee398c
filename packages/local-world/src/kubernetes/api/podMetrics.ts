import { Millis } from '../../world/types';
import { Cluster } from '../Cluster';
import { deterministicFraction } from '../deterministicName';
import { KubernetesObject } from '../KubernetesObject';

/** Usage of ready pods, wandering slowly around a third of a small container's size. */
export function podMetrics(
  cluster: Cluster,
  now: Millis,
): readonly KubernetesObject[] {
  const timestamp = `${new Date(now).toISOString().slice(0, 19)}Z`;
  return cluster.deployments.all().flatMap(({ object, rollout }) => {
    const { containers } = rollout.current.template.spec;
    return rollout.readyPods(now).map(pod => {
      const phase = deterministicFraction(pod.name) * 2 * Math.PI;
      const wave = (Math.sin(now / 90_000 + phase) + 1) / 2;
      return {
        apiVersion: 'metrics.k8s.io/v1beta1',
        kind: 'PodMetrics',
        metadata: {
          name: pod.name,
          namespace: object.metadata.namespace,
          labels: rollout.current.template.metadata.labels,
          creationTimestamp: timestamp,
        },
        timestamp,
        window: '15s',
        containers: containers.map(({ name }) => ({
          name,
          usage: {
            cpu: `${Math.round((8 + 22 * wave) * 1_000_000)}n`,
            memory: `${Math.round(28_000 + 20_000 * wave)}Ki`,
          },
        })),
      };
    });
  });
}
