import { ecsServiceName } from '../../aws/ecs/ecsNames';
import { MetricStore } from '../../aws/cloudwatch/MetricStore';
import { Millis, Workload, WorldEnvironment } from '../types';
import { rateAt, wave } from './trafficCurve';

/** Writes the AWS/ECS metrics of a service, in percent of what its tasks reserved. */
export function writeTaskMetrics(
  metrics: MetricStore,
  environment: WorldEnvironment,
  workload: Workload,
  time: Millis,
  seed: number,
): void {
  const key = `${workload.environment}/${workload.name}`;
  const busy = rateAt(`${key}/http`, 1, time, seed);
  const values = {
    CPUUtilization: Math.min(100, 8 + 27 * busy),
    MemoryUtilization: 58 + 4 * wave(`${key}/memory`, time, 1_800_000, seed),
  };
  const dimensions = [
    { Name: 'ClusterName', Value: environment.ecsCluster },
    { Name: 'ServiceName', Value: ecsServiceName(workload) },
  ];
  const { account, region } = environment;
  for (const [name, value] of Object.entries(values)) {
    const namespace = 'AWS/ECS';
    metrics
      .series({ account, region, namespace, name, dimensions })
      .record(time, value);
  }
}
