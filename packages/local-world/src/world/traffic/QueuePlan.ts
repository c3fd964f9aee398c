import { SeededRandom } from '../SeededRandom';
import { Millis, Workload } from '../types';
import { rateAt } from './trafficCurve';

/** Who sends to a queue and who takes from it. */
export interface QueuePlan {
  readonly environment: string;
  readonly name: string;
  readonly producers: ReadonlyArray<{ service: string; perSecond: number }>;
  readonly consumers: readonly Workload[];
}

/** Messages per second that reach a queue at `time`. */
export const inflowAt = (plan: QueuePlan, time: Millis, seed: number): number =>
  plan.producers.reduce(
    (sum, { service, perSecond }) =>
      sum +
      rateAt(
        `${plan.environment}/${service}>${plan.name}`,
        perSecond,
        time,
        seed,
      ),
    0,
  );

/** Sends to a consumed queue that no workload of the world produces to, so that its depth moves. */
function stranger(environment: string, queue: string) {
  const random = new SeededRandom(
    SeededRandom.seedOf(`${environment}/${queue}`),
  );
  return { service: 'upstream', perSecond: 0.5 + 1.5 * random.next() };
}

/** The queues that workloads name, each with its producers and consumers. */
export function planQueues(workloads: readonly Workload[]): QueuePlan[] {
  const environments = [...new Set(workloads.map(item => item.environment))];
  return environments.flatMap(environment => {
    const here = workloads.filter(item => item.environment === environment);
    const names = new Set([
      ...here.flatMap(item => item.consumes),
      ...here.flatMap(item => item.produces.map(({ queue }) => queue)),
    ]);
    return [...names].map(name => planQueue(environment, name, here));
  });
}

function planQueue(
  environment: string,
  name: string,
  workloads: readonly Workload[],
): QueuePlan {
  const named = workloads.flatMap(({ produces, replicas, ...workload }) =>
    produces
      .filter(({ queue }) => queue === name)
      .map(({ perSecond }) => ({
        service: workload.name,
        perSecond: replicas > 0 ? perSecond : 0,
      })),
  );
  return {
    environment,
    name,
    producers: named.length > 0 ? named : [stranger(environment, name)],
    consumers: workloads.filter(item => item.consumes.includes(name)),
  };
}
