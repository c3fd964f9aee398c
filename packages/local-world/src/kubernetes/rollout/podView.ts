import { Millis } from '../../world/types';
import { deterministicFraction, deterministicUid } from '../deterministicName';
import { KubernetesObject } from '../KubernetesObject';
import { Revision } from './Rollout';
import { isReady, RolloutPod } from './RolloutPod';

const RESTART_PERIOD_MS = 20_000;

export interface PodOwner {
  readonly namespace: string;
  readonly replicaSet: string;
  readonly replicaSetUid: string;
}

const iso = (time: Millis) =>
  `${new Date(Math.floor(time / 1000) * 1000).toISOString().slice(0, 19)}Z`;

/** Times a crashing container has been started again. */
export function restartsOf(pod: RolloutPod, now: Millis): number {
  return pod.fault === 'crash-loop'
    ? Math.floor((now - pod.createdAt) / RESTART_PERIOD_MS)
    : 0;
}

/** A Pod as the API server shows it. */
export function podView(
  pod: RolloutPod,
  { template }: Revision,
  owner: PodOwner,
  now: Millis,
): KubernetesObject {
  const { labels, annotations } = template.metadata;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: pod.name,
      namespace: owner.namespace,
      uid: deterministicUid(`${owner.namespace}/${pod.name}`),
      resourceVersion: String(Math.floor(Math.min(now, pod.readyAt) / 1000)),
      creationTimestamp: iso(pod.createdAt),
      ...(pod.goneAt !== undefined && { deletionTimestamp: iso(pod.goneAt) }),
      labels: { ...labels, 'pod-template-hash': pod.templateHash },
      annotations,
      ownerReferences: [
        {
          apiVersion: 'apps/v1',
          kind: 'ReplicaSet',
          name: owner.replicaSet,
          uid: owner.replicaSetUid,
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
    },
    spec: { ...template.spec, nodeName: nodeOf(pod), restartPolicy: 'Always' },
    status: podStatus(pod, template.spec.containers, now),
  };
}

function nodeOf(pod: RolloutPod): string {
  const number = Math.floor(deterministicFraction(pod.name) * 3);
  return `ip-10-0-${number * 16}-${20 + number}.eu-west-1.compute.internal`;
}

interface Container {
  readonly name: string;
  readonly image: string;
}

function podStatus(
  pod: RolloutPod,
  containers: readonly Container[],
  now: Millis,
) {
  const ready = isReady(pod, now);
  const since = iso(ready ? pod.readyAt : pod.createdAt);
  const condition = (type: string, status: boolean, at: string) => ({
    type,
    status: status ? 'True' : 'False',
    lastProbeTime: null,
    lastTransitionTime: at,
    ...(!status && {
      reason: 'ContainersNotReady',
      message: `containers with unready status: [${containers
        .map(({ name }) => name)
        .join(' ')}]`,
    }),
  });
  const address = Math.floor(deterministicFraction(`ip ${pod.name}`) * 250) + 2;
  return {
    phase: isRunning(pod, now) ? 'Running' : 'Pending',
    conditions: [
      condition('PodScheduled', true, iso(pod.createdAt)),
      condition('Initialized', true, iso(pod.createdAt)),
      condition('ContainersReady', ready, since),
      condition('Ready', ready, since),
    ],
    hostIP: '10.0.16.21',
    podIP: `10.0.32.${address}`,
    startTime: iso(pod.createdAt),
    qosClass: 'Burstable',
    containerStatuses: containers.map(container =>
      containerStatus(pod, container, now),
    ),
  };
}

function isRunning(pod: RolloutPod, now: Millis): boolean {
  return pod.fault === undefined
    ? now >= startedAt(pod)
    : pod.fault === 'crash-loop';
}

/** The image has been pulled and the container runs, though its probe may not have passed yet. */
function startedAt(pod: RolloutPod): Millis {
  return pod.createdAt + 1_000;
}

function containerStatus(
  pod: RolloutPod,
  { name, image }: Container,
  now: Millis,
) {
  const base = {
    name,
    image,
    ready: isReady(pod, now),
    restartCount: restartsOf(pod, now),
    started: isRunning(pod, now) && pod.fault === undefined,
  };
  if (pod.fault === 'image-pull-error') {
    const message = `Back-off pulling image "${image}"`;
    return {
      ...base,
      state: waiting('ImagePullBackOff', message),
      lastState: {},
    };
  }
  if (pod.fault === 'crash-loop') {
    const finishedAt = iso(now - (now % RESTART_PERIOD_MS));
    return {
      ...base,
      state: waiting(
        'CrashLoopBackOff',
        `back-off 20s restarting failed container=${name} pod=${pod.name}`,
      ),
      lastState: { terminated: { exitCode: 1, reason: 'Error', finishedAt } },
    };
  }
  return isRunning(pod, now)
    ? {
        ...base,
        imageID: `${image}@sha256:${deterministicUid(image).replace(/-/g, '')}`,
        state: { running: { startedAt: iso(startedAt(pod)) } },
        lastState: {},
      }
    : { ...base, state: waiting('ContainerCreating'), lastState: {} };
}

function waiting(reason: string, message?: string) {
  return { waiting: { reason, ...(message && { message }) } };
}
