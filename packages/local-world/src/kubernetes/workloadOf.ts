import { Millis, Workload } from '../world/types';
import { KubernetesObject } from './KubernetesObject';
import { PodTemplate } from './rollout/DeploymentSpec';
import { Rollout } from './rollout/Rollout';

const NAME_LABEL = 'app.kubernetes.io/name';
const RATE_ANNOTATION = 'local-world.slipway.io/requests-per-second';
const DEFAULT_REQUESTS_PER_SECOND = 5;
const MESSAGES_PER_SECOND = 1;

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
  const consumes = queuesOf(template, /^QUEUE_.+_URL$/);
  const produces = queuesOf(template, /^SEND_.+_URL$/);
  const rate = Number(template.metadata.annotations[RATE_ANNOTATION]);
  const usual = consumes.length > 0 ? 0 : DEFAULT_REQUESTS_PER_SECOND;
  return {
    name: template.metadata.labels[NAME_LABEL] ?? object.metadata.name,
    environment,
    platform: 'eks',
    requestsPerSecond: Number.isFinite(rate) && rate >= 0 ? rate : usual,
    consumes,
    produces: produces.map(queue => ({
      queue,
      perSecond: MESSAGES_PER_SECOND,
    })),
    replicas: ready.length,
    image: template.spec.containers[0].image,
  };
}

/** Names of the queues whose URLs a container is told, as the golden paths name the variables (ADR 7). */
function queuesOf(template: PodTemplate, variable: RegExp): readonly string[] {
  return template.spec.containers
    .flatMap(container => container.env)
    .filter(({ name }) => variable.test(name))
    .flatMap(({ value }) => value?.split('/').at(-1) ?? [])
    .filter(queue => queue !== '');
}
