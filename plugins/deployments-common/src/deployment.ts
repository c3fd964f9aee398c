import { Revision } from './revision';

/** Where a deployment stands, the same for all platforms; worst first. @public */
export const deploymentPhases = [
  'failed',
  'degraded',
  'missing',
  'out-of-sync',
  'progressing',
  'suspended',
  'unknown',
  'healthy',
] as const;

/** @public */
export type DeploymentPhase = (typeof deploymentPhases)[number];

/** @public */
export type DeploymentPlatform = 'argocd' | 'ecs';

/** An earlier deployment, newest first. @public */
export interface DeploymentHistoryEntry {
  /** Unique within the deployment. */
  readonly id: string;
  readonly revision: Revision;
  /** ISO 8601. */
  readonly deployedAt?: string;
  /** Who or what started it, as the platform names it. */
  readonly initiatedBy?: string;
  /** What became of it, where the platform says. */
  readonly outcome?: string;
}

/** A part of a deployment that is not as it should be. @public */
export interface DeploymentResource {
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
  readonly status?: string;
  readonly health?: string;
  readonly message?: string;
}

/** Something the platform reports about a deployment. @public */
export interface DeploymentEvent {
  /** ISO 8601. */
  readonly time?: string;
  readonly message: string;
}

/** An entity in one environment on one platform. @public */
export interface Deployment {
  readonly environment: string;
  readonly platform: DeploymentPlatform;
  /** Name of the Argo CD application or ECS service. */
  readonly name: string;
  readonly phase: DeploymentPhase;
  /** The state in one plain sentence. */
  readonly summary: string;
  /** Argo CD's sync status; absent on ECS. */
  readonly sync?: string;
  /** Health as the platform names it. */
  readonly health?: string;
  readonly revision?: Revision;
  /** ISO 8601 time of the last finished deployment. */
  readonly deployedAt?: string;
  readonly images: readonly string[];
  readonly replicas?: { readonly ready: number; readonly desired: number };
  readonly consoleUrl?: string;
  readonly history: readonly DeploymentHistoryEntry[];
  /** Resources that are out of sync or unhealthy. */
  readonly resources: readonly DeploymentResource[];
  /** Conditions, service events and reasons of stopped tasks, newest first. */
  readonly events: readonly DeploymentEvent[];
}

/** Whether a deployment is about to change, so that it is worth asking for often. @public */
export function isSettling(deployment: Pick<Deployment, 'phase'>): boolean {
  return (
    deployment.phase === 'progressing' || deployment.phase === 'out-of-sync'
  );
}
