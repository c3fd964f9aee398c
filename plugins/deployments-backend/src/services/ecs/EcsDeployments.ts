import { SourceResult } from '@slipway/platform-common';
import { EcsServiceResource } from '@slipway/platform-node';
import {
  Deployment,
  DeploymentEvent,
} from '@slipway/plugin-deployments-common';
import { EcsService } from '../../clients/toEcsService';
import { plainText } from '../plainText';
import { withinTime } from '../withinTime';
import { EcsSources } from './createEcsSources';
import {
  ecsPhase,
  ecsSummary,
  primaryRollout,
  taskDefinitionName,
} from './ecsState';

const PATIENCE_MS = 1_500;
const MOST_EVENTS = 20;

/** Deployments of ECS services. */
export class EcsDeployments {
  readonly #sources: EcsSources;

  constructor(sources: EcsSources) {
    this.#sources = sources;
  }

  /** One result; none when ECS has no such service. */
  async read(
    resource: EcsServiceResource,
  ): Promise<SourceResult<Deployment>[]> {
    const { data, ...result } = await this.#sources.services.get(resource);
    if (!data) {
      return result.state === 'not_found' ? [] : [result];
    }
    return [{ ...result, data: await this.#toDeployment(resource, data) }];
  }

  async #toDeployment(
    resource: EcsServiceResource,
    service: EcsService,
  ): Promise<Deployment> {
    const phase = ecsPhase(service);
    const primary = primaryRollout(service);
    const taskDefinition = primary?.taskDefinition ?? service.taskDefinition;
    const unwell = phase === 'failed' || phase === 'degraded';
    const [images, stopped] = await Promise.all([
      withinTime(
        PATIENCE_MS,
        this.#sources.images.get({ resource, taskDefinition }),
      ),
      unwell &&
        withinTime(PATIENCE_MS, this.#sources.stoppedTasks.get(resource)),
    ]);
    const tasks = (stopped && stopped.data) || [];
    return {
      environment: resource.environment.name,
      platform: 'ecs',
      name: resource.service,
      phase,
      summary: ecsSummary(service, Date.now()),
      health: primary?.rolloutState ?? service.status,
      revision: { sha: taskDefinitionName(taskDefinition) },
      deployedAt: primary?.updatedAt ?? primary?.createdAt,
      images: images?.data ?? [],
      replicas: { ready: service.running, desired: service.desired },
      consoleUrl: consoleUrl(resource),
      history: service.rollouts.map(rollout => ({
        id: rollout.id,
        revision: { sha: taskDefinitionName(rollout.taskDefinition) },
        deployedAt: rollout.createdAt,
        outcome: rollout.rolloutState,
      })),
      resources: [],
      events: toEvents([
        ...service.events,
        ...tasks.map(task => ({
          time: task.stoppedAt,
          message: `A task stopped: ${task.reason}`,
        })),
      ]),
    };
  }
}

function toEvents(events: readonly DeploymentEvent[]): DeploymentEvent[] {
  return [...events]
    .sort((a, b) => (b.time ?? '').localeCompare(a.time ?? ''))
    .slice(0, MOST_EVENTS)
    .map(({ time, message }) => ({
      time,
      message: plainText(message, 500) ?? '',
    }));
}

function consoleUrl(resource: EcsServiceResource): string {
  const { environment, cluster, service } = resource;
  const path = ['clusters', cluster, 'services', service, 'health']
    .map(encodeURIComponent)
    .join('/');
  return `https://${environment.region}.console.aws.amazon.com/ecs/v2/${path}?region=${environment.region}`;
}
