import { Deployment, Service } from '@aws-sdk/client-ecs';

/** A task set of a rollout. */
export interface EcsRollout {
  readonly id: string;
  readonly status: string;
  readonly taskDefinition: string;
  readonly running: number;
  readonly desired: number;
  readonly failedTasks: number;
  /** Absent for services that CodeDeploy or an external controller rolls out. */
  readonly rolloutState?: string;
  readonly rolloutReason?: string;
  readonly createdAt?: string;
  readonly updatedAt?: string;
}

/** An ECS service without SDK types. */
export interface EcsService {
  readonly name: string;
  readonly status: string;
  readonly running: number;
  readonly desired: number;
  readonly taskDefinition: string;
  /** Newest first. */
  readonly rollouts: readonly EcsRollout[];
  /** Newest first. */
  readonly events: ReadonlyArray<{
    readonly time?: string;
    readonly message: string;
  }>;
}

function toRollout(deployment: Deployment): EcsRollout {
  return {
    id: deployment.id ?? '',
    status: deployment.status ?? '',
    taskDefinition: deployment.taskDefinition ?? '',
    running: deployment.runningCount ?? 0,
    desired: deployment.desiredCount ?? 0,
    failedTasks: deployment.failedTasks ?? 0,
    rolloutState: deployment.rolloutState,
    rolloutReason: deployment.rolloutStateReason,
    createdAt: deployment.createdAt?.toISOString(),
    updatedAt: deployment.updatedAt?.toISOString(),
  };
}

/** @internal */
export function toEcsService(service: Service): EcsService {
  return {
    name: service.serviceName ?? '',
    status: service.status ?? '',
    running: service.runningCount ?? 0,
    desired: service.desiredCount ?? 0,
    taskDefinition: service.taskDefinition ?? '',
    rollouts: (service.deployments ?? [])
      .map(toRollout)
      .sort((a, b) => (b.createdAt ?? '').localeCompare(a.createdAt ?? '')),
    events: (service.events ?? []).map(event => ({
      time: event.createdAt?.toISOString(),
      message: event.message ?? '',
    })),
  };
}
