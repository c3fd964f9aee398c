import { z } from 'zod';
import { revisionSchema, webUrlSchema } from './revision';

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

const historyEntrySchema = z.object({
  /** Unique within the deployment. */
  id: z.string(),
  revision: revisionSchema,
  /** ISO 8601. */
  deployedAt: z.string().optional(),
  /** Who or what started it, as the platform names it. */
  initiatedBy: z.string().optional(),
  /** What became of it, where the platform says. */
  outcome: z.string().optional(),
});

const resourceSchema = z.object({
  kind: z.string(),
  name: z.string(),
  namespace: z.string().optional(),
  status: z.string().optional(),
  health: z.string().optional(),
  message: z.string().optional(),
});

const eventSchema = z.object({
  /** ISO 8601. */
  time: z.string().optional(),
  message: z.string(),
});

/** Schema of {@link Deployment}. @public */
export const deploymentSchema = z.object({
  environment: z.string(),
  platform: z.enum(['argocd', 'ecs']),
  /** Name of the Argo CD application or ECS service. */
  name: z.string(),
  phase: z.enum(deploymentPhases),
  /** The state in one plain sentence. */
  summary: z.string(),
  /** Argo CD's sync status; absent on ECS. */
  sync: z.string().optional(),
  /** Health as the platform names it. */
  health: z.string().optional(),
  revision: revisionSchema.optional(),
  /** The commit that Argo CD last compared the cluster with; newer than `revision` where what came since is about others. */
  comparedRevision: z.string().optional(),
  /** ISO 8601 time of the last finished deployment. */
  deployedAt: z.string().optional(),
  images: z.array(z.string()).readonly(),
  /** Pods or tasks; on Argo CD only while something is going on. */
  replicas: z.object({ ready: z.number(), desired: z.number() }).optional(),
  consoleUrl: webUrlSchema.optional(),
  /** Earlier deployments, newest first. */
  history: z.array(historyEntrySchema).readonly(),
  /** Resources that are out of sync or unhealthy. */
  resources: z.array(resourceSchema).readonly(),
  /** Conditions, service events and reasons of stopped tasks, newest first. */
  events: z.array(eventSchema).readonly(),
});

/** An entity in one environment on one platform. @public */
export type Deployment = Readonly<z.infer<typeof deploymentSchema>>;

/** @public */
export type DeploymentPhase = Deployment['phase'];

/** @public */
export type DeploymentPlatform = Deployment['platform'];

/** An earlier deployment. @public */
export type DeploymentHistoryEntry = Readonly<
  z.infer<typeof historyEntrySchema>
>;

/** A part of a deployment that is not as it should be. @public */
export type DeploymentResource = Readonly<z.infer<typeof resourceSchema>>;

/** Something the platform reports about a deployment. @public */
export type DeploymentEvent = Readonly<z.infer<typeof eventSchema>>;

/** Whether a deployment is about to change, so that it is worth asking for often. @public */
export function isSettling(deployment: Pick<Deployment, 'phase'>): boolean {
  return (
    deployment.phase === 'progressing' || deployment.phase === 'out-of-sync'
  );
}
