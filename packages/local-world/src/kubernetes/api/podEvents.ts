import { Millis } from '../../world/types';
import { Cluster } from '../Cluster';
import { deterministicUid } from '../deterministicName';
import { KubernetesObject } from '../KubernetesObject';
import { RolloutPod } from '../rollout/RolloutPod';

/** Real clusters forget events after an hour. */
const EVENT_TTL_MS = 3_600_000;

interface Happening {
  readonly time: Millis;
  readonly type: 'Normal' | 'Warning';
  readonly reason: string;
  readonly message: string;
  readonly count?: number;
}

/** Events of all pods of the last hour. */
export function podEvents(
  cluster: Cluster,
  now: Millis,
): readonly KubernetesObject[] {
  return cluster.deployments.all().flatMap(({ object, rollout }) => {
    const namespace = object.metadata.namespace ?? 'default';
    return rollout.pods.flatMap(pod => {
      const { template } =
        rollout.revisions.find(({ hash }) => hash === pod.templateHash) ??
        rollout.current;
      return happenings(pod, template.spec.containers[0], now)
        .filter(({ time }) => time <= now && time > now - EVENT_TTL_MS)
        .map(happening => eventOf(namespace, pod.name, happening));
    });
  });
}

function happenings(
  pod: RolloutPod,
  container: { readonly name: string; readonly image: string },
  now: Millis,
): readonly Happening[] {
  const { name, image } = container;
  const at = (offset: Millis) => pod.createdAt + offset;
  const normal = (
    time: Millis,
    reason: string,
    message: string,
  ): Happening => ({
    time,
    type: 'Normal',
    reason,
    message,
  });
  const scheduled = [
    normal(at(0), 'Scheduled', `Successfully assigned ${pod.name}`),
    normal(at(200), 'Pulling', `Pulling image "${image}"`),
  ];
  const count = Math.max(1, Math.floor((now - pod.createdAt) / 20_000));
  if (pod.fault === 'image-pull-error') {
    const message = `Failed to pull image "${image}": not found`;
    return [
      ...scheduled,
      { time: at(900), type: 'Warning', reason: 'Failed', message, count },
    ];
  }
  const started = [
    ...scheduled,
    normal(at(900), 'Pulled', `Successfully pulled image "${image}"`),
    normal(at(950), 'Created', `Created container ${name}`),
    normal(at(1_000), 'Started', `Started container ${name}`),
  ];
  if (pod.fault === 'crash-loop') {
    const message = `Back-off restarting failed container ${name} in pod ${pod.name}`;
    const backOff = { type: 'Warning', reason: 'BackOff', message } as const;
    return [...started, { time: at(2_000), ...backOff, count }];
  }
  return pod.goneAt === undefined
    ? started
    : [
        ...started,
        normal(pod.goneAt - 2_000, 'Killing', `Stopping container ${name}`),
      ];
}

function eventOf(
  namespace: string,
  pod: string,
  { time, type, reason, message, count = 1 }: Happening,
): KubernetesObject {
  const at = `${new Date(time).toISOString().slice(0, 19)}Z`;
  const name = `${pod}.${time.toString(16)}.${reason.toLowerCase()}`;
  return {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: {
      name,
      namespace,
      uid: deterministicUid(`${namespace}/${name}`),
      creationTimestamp: at,
    },
    involvedObject: {
      kind: 'Pod',
      apiVersion: 'v1',
      namespace,
      name: pod,
      uid: deterministicUid(`${namespace}/${pod}`),
    },
    type,
    reason,
    message,
    count,
    firstTimestamp: at,
    lastTimestamp: at,
    source: {
      component: reason === 'Scheduled' ? 'default-scheduler' : 'kubelet',
    },
  };
}
