import { Millis, WorkloadRegistry } from '../../world/types';
import { deterministicFraction, deterministicUid } from '../deterministicName';
import { workloadOf } from '../workloadOf';
import { ClusterDeployments } from '../ClusterDeployments';

const LINE_PERIOD_MS = 1_500;
const DEFAULT_LINES = 200;

interface LogSubject {
  readonly service: string;
  readonly queue: string | undefined;
  readonly failing: boolean;
  readonly stopped: boolean;
  readonly slow: boolean;
}

type Deployed = ReturnType<ClusterDeployments['all']>[number];

/** JSON log lines of a pod up to now, oldest first; the same line for the same moment each time. */
export function podLog(
  { object, rollout }: Deployed,
  podName: string,
  environment: string,
  registry: WorkloadRegistry,
  now: Millis,
  tailLines = DEFAULT_LINES,
): string {
  const pod = rollout.pods.find(({ name }) => name === podName);
  const workload = workloadOf(environment, object, rollout, now);
  if (!pod) return '';
  if (pod.fault === 'image-pull-error') return '';
  const modes = registry
    .failures()
    .filter(
      each => each.environment === environment && each.name === workload.name,
    )
    .map(({ mode }) => mode);
  const subject: LogSubject = {
    service: workload.name,
    queue: workload.consumes[0],
    failing: modes.some(
      mode => mode === 'consumer-errors' || mode === 'http-errors',
    ),
    stopped: modes.includes('consumer-stopped'),
    slow: modes.includes('slow'),
  };
  const until = Math.min(now, pod.goneAt ?? now);
  const first = pod.createdAt + 1_000;
  const lines: string[] = [];
  const start = Math.max(first, until - tailLines * LINE_PERIOD_MS);
  for (
    let time = Math.ceil(start / LINE_PERIOD_MS) * LINE_PERIOD_MS;
    time <= until;
    time += LINE_PERIOD_MS
  ) {
    const entry = pod.fault
      ? crash(subject)
      : work(subject, `${podName}/${time}`);
    lines.push(
      JSON.stringify({
        time: new Date(time).toISOString(),
        service: subject.service,
        pod: podName,
        ...entry,
      }),
    );
  }
  return lines.length ? `${lines.join('\n')}\n` : '';
}

function crash({ service }: LogSubject) {
  return {
    level: 'ERROR',
    msg: 'invalid configuration, stopping',
    error: `${service}: required environment variable is not set`,
  };
}

function work(subject: LogSubject, seed: string) {
  const { queue, failing, stopped, slow } = subject;
  const request = deterministicUid(seed);
  const millis = Math.round(
    (12 + 60 * deterministicFraction(seed)) * (slow ? 10 : 1),
  );
  if (queue === undefined) {
    return failing && deterministicFraction(`status ${seed}`) < 0.34
      ? {
          level: 'ERROR',
          msg: 'request failed',
          request_id: request,
          status: 500,
          error: 'upstream refused the connection',
        }
      : {
          level: 'INFO',
          msg: 'request',
          request_id: request,
          status: 200,
          duration_ms: millis,
        };
  }
  if (stopped) {
    return {
      level: 'WARN',
      msg: 'poller is paused, no messages are taken',
      queue,
    };
  }
  return failing
    ? {
        level: 'ERROR',
        msg: 'message failed, it becomes visible again',
        queue,
        message_id: request,
        error_type: 'DependencyUnavailable',
        error: 'mail gateway answered 503',
      }
    : {
        level: 'INFO',
        msg: 'message processed',
        queue,
        message_id: request,
        duration_ms: millis,
      };
}
