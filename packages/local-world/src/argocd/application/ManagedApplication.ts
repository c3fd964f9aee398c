import { Cluster } from '../../kubernetes/Cluster';
import { KubernetesObject } from '../../kubernetes/KubernetesObject';
import { Millis } from '../../world/types';
import { ApplicationEvents } from './ApplicationEvents';
import { ApplicationManifest } from './ApplicationManifest';
import {
  Condition,
  HealthStatus,
  HistoryEntry,
  OperationState,
  SyncStatus,
} from './ApplicationStatus';
import {
  ComparedResource,
  compareResources,
  trackedObject,
} from './compareResources';
import { worstHealth } from './healthOf';
import { OperationRunner } from './OperationRunner';
import { hookTypeOf } from './syncAnnotations';
import { SyncRequest } from './SyncOperation';

/** How long an application stays out of sync before auto-sync acts. */
const AUTO_SYNC_DELAY_MS = 3_000;

/** What Git wants of an application at a revision, or why that cannot be told. */
export interface Target {
  readonly revision: string;
  readonly objects?: readonly KubernetesObject[];
  readonly error?: string;
  /** Its project forbids it: the error is about the Application, not about its manifests. */
  readonly invalid?: boolean;
}

/** One Application: compares, syncs by itself where its policy says so, and remembers what it did. */
export class ManagedApplication {
  readonly events = new ApplicationEvents();
  readonly operation: OperationRunner;
  resources: readonly ComparedResource[] = [];
  sync: SyncStatus = 'Unknown';
  health: HealthStatus = 'Unknown';
  healthSince: Millis;
  reconciledAt: Millis;
  private target: Target = { revision: '' };
  private targetErrorSince: Millis = 0;
  private outOfSyncSince: Millis | undefined;

  constructor(
    public manifest: ApplicationManifest,
    readonly cluster: Cluster,
    readonly createdAt: Millis,
  ) {
    this.operation = new OperationRunner(cluster, this.events);
    this.healthSince = createdAt;
    this.reconciledAt = createdAt;
  }

  get name(): string {
    return this.manifest.metadata.name;
  }

  get revision(): string {
    return this.target.revision;
  }

  /** What is kept in the cluster: all but hooks. */
  get objects(): readonly KubernetesObject[] {
    return (this.target.objects ?? []).filter(object => !hookTypeOf(object));
  }

  get history(): readonly HistoryEntry[] {
    return this.operation.history;
  }

  get operationState(): OperationState | undefined {
    return this.operation.state;
  }

  get conditions(): readonly Condition[] {
    const at = (time: Millis) => new Date(time).toISOString();
    const comparison = this.target.error
      ? [
          {
            type: this.target.invalid ? 'InvalidSpecError' : 'ComparisonError',
            message: this.target.invalid
              ? this.target.error
              : `Failed to load target state: failed to generate manifest for source 1 of 1: ${this.target.error}`,
            lastTransitionTime: at(this.targetErrorSince),
          },
        ]
      : [];
    const failure = this.operation.failure;
    const sync =
      failure && failure.revision === this.revision && this.isAutomated
        ? [
            {
              type: 'SyncError',
              message: `Failed last sync attempt to ${failure.revision}: ${failure.message}`,
              lastTransitionTime: failure.at,
            },
          ]
        : [];
    return [...comparison, ...sync];
  }

  get isAutomated(): boolean {
    return this.manifest.spec.syncPolicy?.automated?.enabled ?? false;
  }

  /** Takes over what Git wants now. */
  retarget(target: Target, now: Millis): void {
    if (target.error && target.error !== this.target.error) {
      this.targetErrorSince = now;
    }
    this.target = {
      ...target,
      objects: target.objects?.map(object =>
        trackedObject(this.manifest, object),
      ),
    };
    this.reconciledAt = now;
    this.compare(now);
  }

  tick(now: Millis): void {
    this.operation.tick(this.surplus(), this.manifest.spec.source, now);
    this.compare(now);
    if (this.shouldAutoSync(now)) {
      this.startSync(
        {
          revision: this.revision,
          objects: this.target.objects ?? [],
          prune: this.manifest.spec.syncPolicy?.automated?.prune ?? false,
          dryRun: false,
          initiatedBy: { automated: true },
        },
        now,
      );
    }
  }

  /** @throws OperationInProgress */
  startSync(request: SyncRequest, now: Millis): void {
    this.operation.start(request, this.manifest.spec.source, now);
  }

  /** Applies everything at once, as if it had been deployed before the world began. */
  settle(history: readonly HistoryEntry[], now: Millis): void {
    this.objects.forEach(object => {
      try {
        this.cluster.apply(object);
      } catch {
        // Stays out of sync; the first automated sync then says why.
      }
    });
    this.operation.restore(history, this.manifest.spec.source, now);
    this.compare(now);
  }

  /** Removes all that was applied, as the resources finalizer does. */
  destroy(): void {
    this.resources.forEach(({ reference }) => this.cluster.remove(reference));
  }

  compare(now: Millis): void {
    if (this.target.error !== undefined || !this.target.objects) {
      this.sync = 'Unknown';
      this.setHealth(
        worstHealth(this.resources.map(({ status }) => status.health)),
        now,
      );
      return;
    }
    this.resources = compareResources(
      this.manifest,
      this.objects,
      this.cluster,
    );
    const synced = this.resources.every(
      ({ status }) => status.status === 'Synced',
    );
    this.sync = synced ? 'Synced' : 'OutOfSync';
    this.outOfSyncSince = synced ? undefined : this.outOfSyncSince ?? now;
    const wanted = this.resources.filter(({ desired }) => desired);
    this.setHealth(worstHealth(wanted.map(({ status }) => status.health)), now);
  }

  private surplus(): readonly ComparedResource[] {
    return this.resources.filter(({ desired }) => desired === undefined);
  }

  private setHealth(health: HealthStatus, now: Millis): void {
    if (health !== this.health) {
      this.events.add(
        now,
        'ResourceUpdated',
        `Updated health status: ${this.health} -> ${health}`,
      );
      this.health = health;
      this.healthSince = now;
    }
  }

  private shouldAutoSync(now: Millis): boolean {
    return (
      this.isAutomated &&
      this.sync === 'OutOfSync' &&
      !this.operation.isRunning &&
      this.operation.lastAttempt !== this.revision &&
      this.outOfSyncSince !== undefined &&
      now - this.outOfSyncSince >= AUTO_SYNC_DELAY_MS
    );
  }
}
