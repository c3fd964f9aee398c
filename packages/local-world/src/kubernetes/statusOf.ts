import { z } from 'zod';
import { autoscalerSpec, autoscalerTarget } from './applyAutoscalers';
import { Cluster } from './Cluster';
import { deterministicFraction } from './deterministicName';
import { KubernetesObject } from './KubernetesObject';

/** Adds what controllers write into objects that have no pods of their own. */
export function statusOf(
  object: KubernetesObject,
  cluster: Cluster,
): KubernetesObject {
  switch (object.kind) {
    case 'HorizontalPodAutoscaler':
      return { ...object, status: autoscalerStatus(object, cluster) };
    case 'Service':
      return {
        ...object,
        spec: serviceSpec(object),
        status: { loadBalancer: {} },
      };
    case 'Job':
      return {
        ...object,
        status: {
          succeeded: 1,
          startTime: object.metadata.creationTimestamp,
          completionTime: object.metadata.creationTimestamp,
          conditions: [{ type: 'Complete', status: 'True' }],
        },
      };
    default:
      return object;
  }
}

function autoscalerStatus(object: KubernetesObject, cluster: Cluster) {
  const { metrics } = autoscalerSpec.parse(object.spec);
  const target = autoscalerTarget(object, cluster);
  const replicas = target?.replicas ?? 0;
  return {
    currentReplicas: replicas,
    desiredReplicas: replicas,
    currentMetrics: metrics.map(({ resource }) => ({
      type: 'Resource',
      resource: {
        name: resource?.name ?? 'cpu',
        current: { averageUtilization: 38, averageValue: '38m' },
      },
    })),
    conditions: [
      { type: 'AbleToScale', status: 'True', reason: 'ReadyForNewScale' },
      { type: 'ScalingActive', status: 'True', reason: 'ValidMetricFound' },
    ],
  };
}

function serviceSpec(object: KubernetesObject) {
  const spec = z.looseObject({}).parse(object.spec ?? {});
  const seed = `${object.metadata.namespace}/${object.metadata.name}`;
  const octet = (part: string) =>
    Math.floor(deterministicFraction(`${part} ${seed}`) * 254) + 1;
  const clusterIP = `172.20.${octet('a')}.${octet('b')}`;
  return { type: 'ClusterIP', clusterIP, clusterIPs: [clusterIP], ...spec };
}
