import { z } from 'zod';
import { KubernetesObject } from '../../kubernetes/KubernetesObject';
import { Health, HealthStatus } from './ApplicationStatus';

const deploymentSchema = z.looseObject({
  spec: z.looseObject({ replicas: z.number().optional() }),
  status: z.looseObject({
    replicas: z.number(),
    updatedReplicas: z.number(),
    availableReplicas: z.number(),
    conditions: z.array(
      z.looseObject({ type: z.string(), reason: z.string() }),
    ),
  }),
});

const podSchema = z.looseObject({
  status: z.looseObject({
    conditions: z.array(
      z.looseObject({ type: z.string(), status: z.string() }),
    ),
    containerStatuses: z.array(
      z.looseObject({
        state: z.looseObject({
          waiting: z
            .looseObject({ reason: z.string(), message: z.string().optional() })
            .optional(),
        }),
      }),
    ),
  }),
});

/** Kinds whose existence says nothing about health. */
const WITHOUT_HEALTH = [
  'ConfigMap',
  'Secret',
  'ServiceAccount',
  'NetworkPolicy',
  'Role',
  'RoleBinding',
  'Namespace',
  'LimitRange',
  'ResourceQuota',
  'PodDisruptionBudget',
];

/** Health of an object by Argo CD's built-in rules; undefined for kinds that have none. */
export function healthOf(
  { kind }: Pick<KubernetesObject, 'kind'>,
  live: KubernetesObject | undefined,
): Health | undefined {
  if (!live) return { status: 'Missing' };
  if (WITHOUT_HEALTH.includes(kind)) return undefined;
  if (kind === 'Deployment') return deploymentHealth(live);
  if (kind === 'Pod') return podHealth(live);
  return { status: 'Healthy' };
}

function deploymentHealth(live: KubernetesObject): Health {
  const { spec, status } = deploymentSchema.parse(live);
  const { updatedReplicas: updated, availableReplicas: available } = status;
  const wanted = spec.replicas ?? 1;
  const waiting = (message: string): Health => ({
    status: 'Progressing',
    message: `Waiting for rollout to finish: ${message}...`,
  });
  if (
    status.conditions.some(
      ({ reason }) => reason === 'ProgressDeadlineExceeded',
    )
  ) {
    return {
      status: 'Degraded',
      message: `Deployment "${live.metadata.name}" exceeded its progress deadline`,
    };
  }
  if (updated < wanted) {
    return waiting(
      `${updated} out of ${wanted} new replicas have been updated`,
    );
  }
  if (status.replicas > updated) {
    return waiting(
      `${status.replicas - updated} old replicas are pending termination`,
    );
  }
  if (available < updated) {
    return waiting(`${available} of ${updated} updated replicas are available`);
  }
  return { status: 'Healthy' };
}

function podHealth(live: KubernetesObject): Health {
  const { status } = podSchema.parse(live);
  const broken = status.containerStatuses
    .map(({ state }) => state.waiting)
    .find(waiting => /BackOff|^Err/.test(waiting?.reason ?? ''));
  if (broken) return { status: 'Degraded', message: broken.message };
  const ready = status.conditions.some(
    condition => condition.type === 'Ready' && condition.status === 'True',
  );
  return { status: ready ? 'Healthy' : 'Progressing' };
}

const FROM_BEST_TO_WORST: readonly HealthStatus[] = [
  'Healthy',
  'Suspended',
  'Progressing',
  'Missing',
  'Degraded',
  'Unknown',
];

/** The worst health among the resources of an application. */
export function worstHealth(
  healths: ReadonlyArray<Health | undefined>,
): HealthStatus {
  return healths.reduce<HealthStatus>((worst, health) => {
    const status = health?.status ?? 'Healthy';
    return FROM_BEST_TO_WORST.indexOf(status) >
      FROM_BEST_TO_WORST.indexOf(worst)
      ? status
      : worst;
  }, 'Healthy');
}
