import { DeploymentPhase } from '@slipway/plugin-deployments-common';
import { EcsRollout, EcsService } from '../../clients/toEcsService';
import { plainText } from '../plainText';
import { timeAgo } from '../timeAgo';

/** `orders:12` of a task definition ARN. */
export function taskDefinitionName(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

export function primaryRollout(service: EcsService): EcsRollout | undefined {
  return service.rollouts.find(({ status }) => status === 'PRIMARY');
}

/** The circuit breaker makes the old task definition primary again and leaves the failed rollout beside it. */
function failedRollout(service: EcsService): EcsRollout | undefined {
  return service.rollouts.find(({ rolloutState }) => rolloutState === 'FAILED');
}

/**
 * One phase from an ECS service and its rollouts.
 *
 * @remarks https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Deployment.html
 */
export function ecsPhase(service: EcsService): DeploymentPhase {
  if (service.status !== 'ACTIVE') return 'missing';
  if (failedRollout(service)) return 'failed';
  const primary = primaryRollout(service);
  if (primary?.rolloutState === 'IN_PROGRESS') return 'progressing';
  if (service.desired === 0) return 'suspended';
  if (service.running < service.desired) return 'degraded';
  return primary ? 'healthy' : 'unknown';
}

/** The state of a service in one plain sentence. */
export function ecsSummary(service: EcsService, now: number): string {
  const primary = primaryRollout(service);
  const name = taskDefinitionName(
    primary?.taskDefinition ?? service.taskDefinition,
  );
  const tasks = `${service.running} of ${service.desired} tasks running`;
  switch (ecsPhase(service)) {
    case 'healthy':
      return `Running ${name}, ${tasks}`;
    case 'progressing':
      return `Rolling out ${name}: ${primary?.running ?? 0} of ${
        primary?.desired ?? service.desired
      } tasks running`;
    case 'suspended':
      return 'Scaled to zero tasks';
    case 'missing':
      return `The ECS service is ${service.status.toLocaleLowerCase('en-US')}`;
    case 'failed': {
      const failed = failedRollout(service);
      const ago = timeAgo(failed?.updatedAt, now);
      const reason = plainText(failed?.rolloutReason);
      return `Last deploy failed${ago ? ` ${ago}` : ''}${
        reason ? ` because ${reason}` : ''
      }`;
    }
    case 'degraded':
      return `Not healthy: ${tasks}`;
    default:
      return 'ECS does not say how the rollout stands';
  }
}
