import { Millis } from '../../world/types';
import {
  clusterArn,
  ecsServiceName,
  serviceArn,
  taskDefinitionArn,
} from './ecsNames';
import { unixSeconds } from './ecsOperation';
import { EcsService, Rollout, ROLLOUT_MS } from './EcsServices';
import { rolloutProgress, serviceEvents } from './rolloutProgress';

/** Counts of tasks of a deployment. */
interface Counts {
  readonly running: number;
  readonly pending: number;
  readonly desired: number;
}

function deployment(
  service: EcsService,
  rollout: Rollout,
  status: 'PRIMARY' | 'ACTIVE',
  complete: boolean,
  counts: Counts,
) {
  const end = complete ? ROLLOUT_MS : 0;
  return {
    id: `ecs-svc/${rollout.id}`,
    status,
    taskDefinition: taskDefinitionArn(service, rollout),
    desiredCount: counts.desired,
    pendingCount: counts.pending,
    runningCount: counts.running,
    failedTasks: 0,
    createdAt: unixSeconds(rollout.startedAt),
    updatedAt: unixSeconds(rollout.startedAt + end),
    launchType: 'FARGATE',
    platformVersion: '1.4.0',
    platformFamily: 'Linux',
    rolloutState: complete ? 'COMPLETED' : 'IN_PROGRESS',
    rolloutStateReason: `ECS deployment ecs-svc/${rollout.id} ${
      complete ? 'completed' : 'in progress'
    }.`,
  };
}

function deployments(service: EcsService, now: Millis) {
  const progress = rolloutProgress(service, now);
  const { current, previous, complete } = progress;
  const primary = deployment(service, current, 'PRIMARY', complete, {
    running: progress.runningNew,
    pending: progress.pendingNew,
    desired: service.workload.replicas,
  });
  const replaced =
    previous &&
    deployment(service, previous, 'ACTIVE', true, {
      running: progress.runningOld,
      pending: 0,
      desired: progress.runningOld,
    });
  return replaced ? [primary, replaced] : [primary];
}

/** A service as DescribeServices answers it. */
export function serviceOnWire(service: EcsService, now: Millis) {
  const { workload, environment } = service;
  const progress = rolloutProgress(service, now);
  return {
    serviceArn: serviceArn(service),
    serviceName: ecsServiceName(workload),
    clusterArn: clusterArn(environment),
    status: 'ACTIVE',
    desiredCount: workload.replicas,
    runningCount: progress.runningNew + progress.runningOld,
    pendingCount: progress.pendingNew,
    launchType: 'FARGATE',
    schedulingStrategy: 'REPLICA',
    platformVersion: 'LATEST',
    deploymentController: { type: 'ECS' },
    taskDefinition: taskDefinitionArn(service, progress.current),
    deploymentConfiguration: {
      deploymentCircuitBreaker: { enable: true, rollback: true },
      maximumPercent: 200,
      minimumHealthyPercent: 100,
    },
    deployments: deployments(service, now),
    events: serviceEvents(service, now).map(({ id, time, message }) => ({
      id,
      createdAt: unixSeconds(time),
      message,
    })),
    createdAt: unixSeconds(service.createdAt),
    loadBalancers: [],
    serviceRegistries: [],
    placementConstraints: [],
    placementStrategy: [],
    enableECSManagedTags: true,
    enableExecuteCommand: false,
  };
}

/** Tags of a service. */
export const serviceTags = ({ workload, environment }: EcsService) => [
  { key: 'component', value: workload.name },
  { key: 'environment', value: environment.name },
];
