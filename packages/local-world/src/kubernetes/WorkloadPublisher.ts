import { Millis, Workload, WorkloadRegistry } from '../world/types';
import { Cluster } from './Cluster';
import { workloadOf } from './workloadOf';

/** Tells the world which workloads the Deployments of a cluster make up, whenever that changes. */
export class WorkloadPublisher {
  private readonly published = new Map<string, string>();

  constructor(
    private readonly environment: string,
    private readonly cluster: Cluster,
    private readonly registry: WorkloadRegistry,
  ) {}

  publish(now: Millis): void {
    const current = new Map<string, Workload>();
    for (const { object, rollout } of this.cluster.deployments.all()) {
      const workload = workloadOf(this.environment, object, rollout, now);
      current.set(workload.name, workload);
    }
    for (const name of this.published.keys()) {
      if (!current.has(name)) {
        this.registry.remove(this.environment, name);
        this.published.delete(name);
      }
    }
    for (const [name, workload] of current) {
      const text = JSON.stringify(workload);
      if (this.published.get(name) !== text) {
        this.registry.upsert(workload);
        this.published.set(name, text);
      }
    }
  }

  /** Forgets what was published, so that all is told again. */
  reset(): void {
    this.published.clear();
  }
}
