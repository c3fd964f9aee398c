import { z } from 'zod';
import { sourceSummarySchema } from '../changeRequest';
import { attributeChangeSchema } from '../plan/planReport';
import { planRiskSchema } from '../plan/planRiskSchema';

const count = z.int().min(0);

const manifestObjectSchema = z.object({
  /** Unique in its target: `Deployment order-system/go-worker`; risks name it as their address. */
  key: z.string(),
  action: z.enum(['add', 'change', 'remove']),
  kind: z.string(),
  apiVersion: z.string(),
  name: z.string(),
  namespace: z.string().optional(),
  /** File of the repository that it first stands in. */
  file: z.string(),
  /** Fields that differ; none of what is new or gone as a whole. */
  fields: z.array(attributeChangeSchema),
  omittedFields: z.int().positive().optional(),
  /** Hunks of its YAML before and after, secrets masked; absent where it is too long. */
  patch: z.string().optional(),
});

const manifestTargetSchema = z.object({
  /** Folder in the repository, for example `gitops/apps/go-worker/overlays/dev`. */
  path: z.string(),
  /** Undefined for what belongs to no environment by its path. */
  environment: z.string().optional(),
  /** Rendered by Kustomize, or files that are applied as they are. */
  kind: z.enum(['kustomization', 'files']),
  objects: z.array(manifestObjectSchema),
  omittedObjects: z.int().positive().optional(),
  /** How many objects stay as they are. */
  unchanged: count,
  /** Worst first. */
  risks: z.array(planRiskSchema),
  /** Why it, or one side of it, cannot be shown. Nothing is shown then rather than something wrong. */
  problem: z.string().optional(),
  /** What of it is not shown, in words: what an ApplicationSet makes elsewhere. */
  notes: z.array(z.string()).optional(),
});

/** What a change does to rendered Kubernetes manifests. @public */
export const manifestReportSchema = z.object({
  /** Commit that the change started from: what both sides are compared with. */
  baseSha: z.string(),
  headSha: z.string(),
  targets: z.array(manifestTargetSchema),
  /** What one must know of this report, in words: what was not looked at. */
  notes: z.array(z.string()),
});

/** Answer of the route about the manifests of a change. @public */
export const manifestAnswerSchema = z.object({
  report: manifestReportSchema,
  /** How it was read. */
  source: sourceSummarySchema,
});

/** An object that a change adds, changes or removes. @public */
export type ManifestObject = z.infer<typeof manifestObjectSchema>;
/** A folder that Argo CD applies, before and after. @public */
export type ManifestTarget = z.infer<typeof manifestTargetSchema>;
/** @public */
export type ManifestReport = z.infer<typeof manifestReportSchema>;

/** @public */
export type ManifestAnswer = z.infer<typeof manifestAnswerSchema>;

/** Risks of all targets. @public */
export function manifestRisks(
  report: Pick<ManifestReport, 'targets'> | undefined,
): ManifestTarget['risks'] {
  return (report?.targets ?? []).flatMap(({ risks }) => risks);
}

/** `2 added, 1 changed, 3 removed`; undefined when nothing is. @public */
export function manifestCountsText(
  targets: readonly Pick<ManifestTarget, 'objects' | 'omittedObjects'>[],
): string | undefined {
  const objects = targets.flatMap(target => target.objects);
  const omitted = targets.reduce((sum, t) => sum + (t.omittedObjects ?? 0), 0);
  const words = { add: 'added', change: 'changed', remove: 'removed' } as const;
  const parts = (['add', 'change', 'remove'] as const).flatMap(action => {
    const own = objects.filter(object => object.action === action).length;
    return own > 0 ? [`${own} ${words[action]}`] : [];
  });
  if (omitted > 0) parts.push(`${omitted} more that are not listed`);
  return parts.length > 0 ? parts.join(', ') : undefined;
}
