import { ecsServiceName } from './ecsNames';
import { Millis } from '../../world/types';
import { EcsService, Rollout, ROLLOUT_MS } from './EcsServices';

/** How far a service's current rollout is at a moment. */
export interface RolloutProgress {
  readonly current: Rollout;
  /** The one that is being replaced; absent once the current one is complete. */
  readonly previous: Rollout | undefined;
  readonly complete: boolean;
  readonly runningNew: number;
  readonly pendingNew: number;
  readonly runningOld: number;
}

/** Tasks are replaced one after the other, evenly over the time a rollout takes. */
export function rolloutProgress(
  { rollouts, workload }: EcsService,
  now: Millis,
): RolloutProgress {
  const current = rollouts[rollouts.length - 1];
  const share = Math.min(1, (now - current.startedAt) / ROLLOUT_MS);
  const complete = share >= 1;
  const desired = workload.replicas;
  const runningNew = complete ? desired : Math.floor(share * desired);
  return {
    current,
    previous: complete ? undefined : rollouts[rollouts.length - 2],
    complete,
    runningNew,
    pendingNew: complete ? 0 : Math.min(1, desired - runningNew),
    runningOld: complete ? 0 : desired - runningNew,
  };
}

/** An event of a service, as its page in the console lists them. */
export interface ServiceEvent {
  readonly id: string;
  readonly time: Millis;
  readonly message: string;
}

/** Events of all rollouts so far, the latest first. */
export function serviceEvents(
  { rollouts, workload }: EcsService,
  now: Millis,
): readonly ServiceEvent[] {
  const service = `(service ${ecsServiceName(workload)})`;
  const events = rollouts.flatMap(({ id, startedAt }) => [
    {
      time: startedAt + 1_000,
      message: `${service} has started ${workload.replicas} tasks.`,
    },
    {
      time: startedAt + ROLLOUT_MS * 0.7,
      message: `${service} registered ${workload.replicas} targets in (target-group ${workload.name})`,
    },
    {
      time: startedAt + ROLLOUT_MS,
      message: `${service} (deployment ecs-svc/${id}) deployment completed.`,
    },
    {
      time: startedAt + ROLLOUT_MS + 500,
      message: `${service} has reached a steady state.`,
    },
  ]);
  return events
    .filter(({ time }) => time <= now)
    .sort((a, b) => b.time - a.time)
    .map(event => ({ ...event, id: `${workload.name}-${event.time}` }));
}
