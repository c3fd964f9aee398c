import { HookType } from './syncAnnotations';

/** Words and shapes of an Application's status, see argo-cd `pkg/apis/application/v1alpha1/types.go`. */
export type SyncStatus = 'Synced' | 'OutOfSync' | 'Unknown';

export type HealthStatus =
  | 'Healthy'
  | 'Suspended'
  | 'Progressing'
  | 'Missing'
  | 'Degraded'
  | 'Unknown';

export interface Health {
  readonly status: HealthStatus;
  readonly message?: string;
}

export interface Condition {
  readonly type: string;
  readonly message: string;
  readonly lastTransitionTime: string;
}

export interface ResourceStatus {
  readonly group?: string;
  readonly version: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
  readonly status: SyncStatus;
  readonly health?: Health;
  readonly requiresPruning?: boolean;
}

export interface ResourceResult {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly status: 'Synced' | 'SyncFailed' | 'Pruned' | 'PruneSkipped';
  readonly message: string;
  readonly hookPhase: 'Running' | 'Failed' | 'Succeeded';
  readonly syncPhase: HookType;
  /** Set for a hook. */
  readonly hookType?: HookType;
}

export interface Initiator {
  readonly username?: string;
  readonly automated?: boolean;
}

export interface HistoryEntry {
  readonly id: number;
  readonly revision: string;
  readonly deployStartedAt: string;
  readonly deployedAt: string;
  readonly source: unknown;
  readonly initiatedBy: Initiator;
}

export type OperationPhase =
  | 'Running'
  | 'Terminating'
  | 'Succeeded'
  | 'Failed'
  | 'Error';

export interface OperationState {
  readonly phase: OperationPhase;
  readonly message: string;
  readonly startedAt: string;
  readonly finishedAt?: string;
  readonly retryCount?: number;
  readonly operation: unknown;
  readonly syncResult: {
    readonly revision: string;
    readonly source: unknown;
    readonly resources?: readonly ResourceResult[];
  };
}
