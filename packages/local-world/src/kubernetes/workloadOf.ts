import { Millis, Workload } from '../world/types';
import { KubernetesObject } from './KubernetesObject';
import { PodTemplate } from './rollout/DeploymentSpec';
import { Rollout } from './rollout/Rollout';

const NAME_LABEL = 'app.kubernetes.io/name';
const RATE_ANNOTATION = 'local-world.slipway.io/requests-per-second';
const DEFAULT_REQUESTS_PER_SECOND = 5;

/** The workload that the ready pods of a Deployment make up. */
export function workloadOf(
  environment: string,
  object: KubernetesObject,
  rollout: Rollout,
  now: Millis,
): Workload {
  const ready = rollout.readyPods(now);
  const newest = ready.at(-1);
  const { template } =
    rollout.revisions.find(({ hash }) => hash === newest?.templateHash) ??
    rollout.current;
  const consumes = list(envOf(template, 'SQS_QUEUE_NAME'));
  const rate = Number(template.metadata.annotations[RATE_ANNOTATION]);
  const usual = consumes.length > 0 ? 0 : DEFAULT_REQUESTS_PER_SECOND;
  return {
    name: template.metadata.labels[NAME_LABEL] ?? object.metadata.name,
    environment,
    platform: 'eks',
    requestsPerSecond: Number.isFinite(rate) && rate >= 0 ? rate : usual,
    consumes,
    produces: list(envOf(template, 'SQS_PRODUCES')).flatMap(entry => {
      const [queue, perSecond] = entry.split(':');
      const number = Number(perSecond);
      return queue && number > 0 ? [{ queue, perSecond: number }] : [];
    }),
    replicas: ready.length,
    image: template.spec.containers[0].image,
  };
}

function envOf(template: PodTemplate, name: string): string | undefined {
  return template.spec.containers
    .flatMap(container => container.env)
    .find(variable => variable.name === name)?.value;
}

function list(value: string | undefined): readonly string[] {
  return (value ?? '')
    .split(',')
    .map(part => part.trim())
    .filter(Boolean);
}
