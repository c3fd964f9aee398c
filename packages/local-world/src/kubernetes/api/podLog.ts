import { Millis, WorkloadRegistry } from '../../world/types';
import { ClusterDeployments } from '../ClusterDeployments';
import { RolloutPod } from '../rollout/RolloutPod';
import { workloadOf } from '../workloadOf';
import { crashLine, LogSubject, workLine } from './logLines';

const LINE_PERIOD_MS = 1_500;
const DEFAULT_LINES = 200;

type Deployed = ReturnType<ClusterDeployments['all']>[number];

export interface PodLogOptions {
  readonly environment: string;
  readonly registry: WorkloadRegistry;
  readonly now: Millis;
  readonly tailLines?: number;
}

/** JSON log lines of a pod up to now, oldest first; the same line for the same moment each time. */
export function podLog(
  deployed: Deployed,
  podName: string,
  options: PodLogOptions,
): string {
  const pod = deployed.rollout.pods.find(({ name }) => name === podName);
  if (!pod || pod.fault === 'image-pull-error') return '';
  const subject = subjectOf(deployed, options);
  return lineTimes(pod, options)
    .map(time => {
      const line = pod.fault
        ? crashLine(subject)
        : workLine(subject, `${podName}/${time}`);
      const at = new Date(time).toISOString();
      const { service } = subject;
      return `${JSON.stringify({
        time: at,
        service,
        pod: podName,
        ...line,
      })}\n`;
    })
    .join('');
}

function subjectOf(
  { object, rollout }: Deployed,
  { environment, registry, now }: PodLogOptions,
): LogSubject {
  const { name, consumes } = workloadOf(environment, object, rollout, now);
  const modes = registry
    .failures()
    .filter(each => each.environment === environment && each.name === name)
    .map(({ mode }) => mode);
  const queue = consumes.at(0);
  const failure = queue === undefined ? 'http-errors' : 'consumer-errors';
  return {
    service: name,
    queue,
    failing: modes.includes(failure),
    stopped: modes.includes('consumer-stopped'),
    slow: modes.includes('slow'),
  };
}

function lineTimes(
  pod: RolloutPod,
  { now, tailLines = DEFAULT_LINES }: PodLogOptions,
): readonly Millis[] {
  const last = Math.floor(Math.min(now, pod.goneAt ?? now) / LINE_PERIOD_MS);
  const first = Math.ceil((pod.createdAt + 1_000) / LINE_PERIOD_MS);
  const count = Math.max(0, Math.min(tailLines, last - first + 1));
  return Array.from(
    { length: count },
    (_, index) => (last - count + 1 + index) * LINE_PERIOD_MS,
  );
}
