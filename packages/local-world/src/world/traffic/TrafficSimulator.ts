import { MetricStore } from '../../aws/cloudwatch/MetricStore';
import { MessageFlow } from '../../aws/sqs/MessageFlow';
import { QueueStore } from '../../aws/sqs/QueueStore';
import { DefaultWorkloadRegistry } from '../DefaultWorkloadRegistry';
import { SeededRandom } from '../SeededRandom';
import {
  FailureMode,
  Millis,
  TimeSeriesDatabase,
  Workload,
  WorldClock,
  WorldEnvironment,
} from '../types';
import { anyCause } from './failureCauses';
import { eventTypeOf } from './messageBody';
import { newMessage } from './newMessage';
import { QueueMetrics } from './QueueMetrics';
import { inflowAt, planQueues, QueuePlan } from './QueuePlan';
import { ServiceTraffic } from './ServiceTraffic';
import { writeTaskMetrics } from './TaskMetrics';
import { restingDepth } from './trafficCurve';

/** What the simulator reads and writes. */
export interface TrafficDependencies {
  readonly clock: WorldClock;
  readonly environments: readonly WorldEnvironment[];
  readonly workloads: DefaultWorkloadRegistry;
  readonly queues: QueueStore;
  readonly flow: MessageFlow;
  readonly metrics: MetricStore;
  readonly samples: TimeSeriesDatabase;
  readonly seed: number;
}

const TICK_MS = 1_000;
const SCRAPE_MS = 15_000;
/** A healthy consumer takes at most this many messages a second and replica, or four times what flows in. */
const MIN_CAPACITY = 10;

/** Makes the world's traffic: requests, messages, and the metrics of both. */
export class TrafficSimulator {
  readonly #services = new Map<string, ServiceTraffic>();
  #random: SeededRandom;

  constructor(private readonly deps: TrafficDependencies) {
    this.#random = new SeededRandom(deps.seed);
  }

  start(): void {
    this.deps.clock.every(TICK_MS, () => this.#tick());
    this.deps.clock.every(SCRAPE_MS, () => this.#scrape());
  }

  /** The counters of a workload; made when first asked for. */
  service(environment: string, name: string): ServiceTraffic {
    const key = `${environment}/${name}`;
    const existing = this.#services.get(key);
    if (existing) {
      return existing;
    }
    const { flow, seed } = this.deps;
    const traffic = new ServiceTraffic(name, flow, seed);
    this.#services.set(key, traffic);
    return traffic;
  }

  reset(): void {
    this.#services.clear();
    this.#random = new SeededRandom(this.deps.seed);
  }

  #tick(): void {
    const now = this.deps.clock.now();
    const workloads = this.deps.workloads.list();
    for (const workload of workloads) {
      const traffic = this.service(workload.environment, workload.name);
      if (workload.replicas > 0) {
        const failures = this.#failuresOf(workload);
        traffic.http.serve(workload, now, TICK_MS / 1000, failures);
      } else {
        traffic.drop();
      }
    }
    planQueues(workloads).forEach(plan => this.#move(plan, now));
  }

  #move(plan: QueuePlan, now: Millis): void {
    const { queues, flow, environments, seed } = this.deps;
    const place = environments.find(({ name }) => name === plan.environment);
    const queue =
      place &&
      queues.get({
        account: place.account,
        region: place.region,
        name: plan.name,
      });
    // The queue of a workload may not be applied yet; then there is nothing to send to.
    if (!queue) {
      return;
    }
    const inflow = inflowAt(plan, now, seed);
    const consumers = plan.consumers.filter(({ replicas }) => replicas > 0);
    const failing = consumers.some(workload =>
      this.#failuresOf(workload).has('consumer-errors'),
    );
    const eventType = eventTypeOf(plan.name, plan.environment);
    const sender = `arn:aws:sts::${queue.identity.account}:assumed-role/${plan.producers[0].service}`;
    for (let left = this.#random.round(inflow); left > 0; left -= 1) {
      const cause = failing ? anyCause(this.#random) : undefined;
      const how = { fifo: queue.fifo, cause };
      const message = newMessage(eventType, now, this.#random, how);
      flow.send(queue, message, sender);
    }
    const rest = restingDepth(queue.arn, inflow, now, seed);
    for (const workload of consumers) {
      const capacity = this.#capacityOf(workload, inflow);
      this.service(workload.environment, workload.name)
        .consumer(plan.name)
        .work(queue, capacity, rest, this.#failuresOf(workload));
    }
  }

  /** Messages that a workload can take in a second. */
  #capacityOf({ pace, replicas }: Workload, inflow: number): number {
    return pace === undefined
      ? Math.max(MIN_CAPACITY, 4 * inflow) * replicas
      : this.#random.round(pace * inflow);
  }

  #scrape(): void {
    const { clock, environments, workloads, queues, metrics } = this.deps;
    const now = clock.now();
    const queueMetrics = new QueueMetrics(metrics, this.deps.flow);
    for (const queue of queues.all()) {
      queue.expire(now);
      queueMetrics.observe(queue, now);
    }
    for (const workload of workloads.list()) {
      const place = environments.find(
        ({ name }) => name === workload.environment,
      );
      if (place && workload.replicas > 0) {
        this.#scrapeWorkload(workload, place, now);
      }
    }
  }

  #scrapeWorkload(
    workload: Workload,
    place: WorldEnvironment,
    now: Millis,
  ): void {
    const { samples, metrics, seed } = this.deps;
    const traffic = this.service(workload.environment, workload.name);
    traffic.write(samples, place.ampWorkspace, now);
    if (workload.platform === 'ecs') {
      writeTaskMetrics(metrics, place, workload, now, seed);
    }
  }

  #failuresOf(workload: Workload): ReadonlySet<FailureMode> {
    return this.deps.workloads.failuresOf(workload.environment, workload.name);
  }
}
