import { Cluster } from './Cluster';
import { KubernetesObject } from './KubernetesObject';

const object = (
  apiVersion: string,
  kind: string,
  spec: Record<string, unknown>,
): KubernetesObject => ({
  apiVersion,
  kind,
  metadata: { name: 'web', namespace: 'shop' },
  spec,
});

const deployment = (replicas?: number) =>
  object('apps/v1', 'Deployment', {
    replicas,
    selector: { matchLabels: { app: 'web' } },
    template: {
      metadata: { labels: { app: 'web' } },
      spec: { containers: [{ name: 'web', image: 'web:1' }] },
    },
  });
const canary = (replicas?: number) =>
  object('argoproj.io/v1alpha1', 'Rollout', {
    replicas,
    workloadRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
  });
const keda = (minReplicaCount: number, maxReplicaCount: number) =>
  object('keda.sh/v1alpha1', 'ScaledObject', {
    scaleTargetRef: { name: 'web' },
    minReplicaCount,
    maxReplicaCount,
  });
const hpa = (minReplicas: number, maxReplicas: number) =>
  object('autoscaling/v2', 'HorizontalPodAutoscaler', {
    scaleTargetRef: { kind: 'Rollout', name: 'web' },
    minReplicas,
    maxReplicas,
  });

it.each([
  ['as many as it says without one', [deployment(3)], 3],
  ['the least that KEDA allows', [deployment(), keda(2, 5)], 2],
  ['the most that an autoscaler allows', [deployment(9), hpa(1, 4)], 4],
  [
    'those of a canary, whose Deployment has none',
    [deployment(0), canary(2)],
    2,
  ],
  [
    'those of the autoscaler of a canary',
    [deployment(0), canary(), hpa(3, 6)],
    3,
  ],
])('a Deployment runs %s', (_, objects, pods) => {
  const cluster = new Cluster('dev-eks', () => 0);
  objects.forEach(each => cluster.apply(each));
  cluster.settle();
  cluster.tick();
  const [{ rollout }] = cluster.deployments.all();
  expect(rollout.readyPods(60_000)).toHaveLength(pods);
});
