import { arnOf, QueueIdentity } from '../../aws/sqs/Queue';
import { demoDepth } from '../../demo/queues/demoDepth';
import { Millis, Workload } from '../types';
import { QueueMetrics } from './QueueMetrics';
import { inflowAt, planQueues, QueuePlan } from './QueuePlan';
import { writeTaskMetrics } from './TaskMetrics';
import { restingDepth } from './trafficCurve';
import { TrafficDependencies, TrafficSimulator } from './TrafficSimulator';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** How far back a world remembers when it begins. */
export const DEFAULT_HISTORY_MS = 24 * HOUR;
/** How far apart samples are, by age: as when scraped in the last hour, coarser before to keep the start quick. */
const STEPS = [
  { olderThan: 6 * HOUR, step: 2 * MINUTE },
  { olderThan: HOUR, step: MINUTE },
  { olderThan: -1, step: 15_000 },
] as const;

const noFailures: ReadonlySet<never> = new Set<never>();

/** Times from `history` ago until now, oldest first, and the milliseconds until the next one. */
function* steps(
  now: Millis,
  history: number,
): Iterable<{ time: Millis; step: number }> {
  let age = history;
  for (const { olderThan, step } of STEPS) {
    for (; age > olderThan; age -= step) {
      yield { time: now - age, step };
    }
  }
}

/** Writes the past of workloads that were there before the world began, by the curves that go on afterwards. */
export function writeHistory(
  simulator: TrafficSimulator,
  deps: TrafficDependencies,
  workloads: readonly Workload[],
  history: number = DEFAULT_HISTORY_MS,
): void {
  const now = deps.clock.now();
  const plans = planQueues(workloads);
  for (const { time, step } of steps(now, history)) {
    const seconds = step / 1000;
    for (const plan of plans) {
      const messages = inflowAt(plan, time, deps.seed) * seconds;
      plan.consumers.forEach(({ environment, name }) =>
        simulator
          .service(environment, name)
          .consumer(plan.name)
          .traffic.process(messages / plan.consumers.length),
      );
    }
    for (const workload of workloads) {
      writeWorkload(simulator, deps, workload, time, seconds);
    }
  }
  plans.forEach(plan => writeQueue(deps, plan, now - history, now));
}

const placeOf = (deps: TrafficDependencies, environment: string) =>
  deps.environments.find(({ name }) => name === environment);

function writeWorkload(
  simulator: TrafficSimulator,
  deps: TrafficDependencies,
  workload: Workload,
  time: Millis,
  seconds: number,
): void {
  const place = placeOf(deps, workload.environment);
  if (!place) {
    return;
  }
  const traffic = simulator.service(workload.environment, workload.name);
  traffic.http.serve(workload, time, seconds, noFailures);
  traffic.write(deps.samples, place.ampWorkspace, time);
  if (workload.platform === 'ecs') {
    writeTaskMetrics(deps.metrics, place, workload, time, deps.seed);
  }
}

function writeQueue(
  deps: TrafficDependencies,
  plan: QueuePlan,
  start: Millis,
  now: Millis,
): void {
  const place = placeOf(deps, plan.environment);
  if (!place) {
    return;
  }
  const { account, region } = place;
  const queue = { account, region, name: plan.name };
  const writer = new QueueMetrics(deps.metrics, deps.flow);
  for (let time = start; time < now; time += MINUTE) {
    writeQueueMinute(deps, plan, queue, writer, { time, now });
  }
  writeDeadLetters(deps, queue, writer, start, now);
}

function writeQueueMinute(
  deps: TrafficDependencies,
  plan: QueuePlan,
  queue: QueueIdentity,
  writer: QueueMetrics,
  { time, now }: { readonly time: Millis; readonly now: Millis },
): void {
  const inflow = inflowAt(plan, time, deps.seed);
  const resting = restingDepth(arnOf(queue), inflow, time, deps.seed);
  const backlog = demoDepth(queue.name, time, now);
  const visible = Math.round(Math.max(resting, backlog));
  const sent = Math.round(inflow * 60);
  const grown = backlog - demoDepth(queue.name, time - MINUTE, now);
  const taken = Math.max(0, Math.round(sent - grown));
  writer.write(queue, time, {
    NumberOfMessagesSent: sent,
    NumberOfMessagesReceived: taken,
    NumberOfMessagesDeleted: taken,
    NumberOfEmptyReceives: Math.round(20 / (1 + inflow)),
    ApproximateNumberOfMessagesVisible: visible,
    ApproximateNumberOfMessagesNotVisible: Math.round(taken / 60),
    ApproximateNumberOfMessagesDelayed: 0,
    ApproximateAgeOfOldestMessage: Math.round(visible / Math.max(0.1, inflow)),
  });
}

/** The dead-letter queue fills at the times its messages say; before the first one CloudWatch is silent about it. */
function writeDeadLetters(
  deps: TrafficDependencies,
  source: QueueIdentity,
  writer: QueueMetrics,
  start: Millis,
  now: Millis,
): void {
  const target = deps.queues.get(source)?.redrivePolicy?.deadLetterTargetArn;
  const queue = target === undefined ? undefined : deps.queues.byArn(target);
  if (!queue) {
    return;
  }
  const times = [...queue.messages.all()].map(message => message.arrivedAt);
  const first = Math.min(...times);
  for (let time = Math.max(start, first); time < now; time += MINUTE) {
    const there = times.filter(arrivedAt => arrivedAt <= time);
    const age = Math.floor((time - first) / 1000);
    writer.write(queue.identity, time, {
      NumberOfMessagesSent: 0,
      NumberOfMessagesReceived: 0,
      NumberOfMessagesDeleted: 0,
      ApproximateNumberOfMessagesVisible: there.length,
      ApproximateNumberOfMessagesNotVisible: 0,
      ApproximateAgeOfOldestMessage: age,
    });
  }
}
