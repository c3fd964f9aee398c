import { z } from 'zod';

const text = z.string().catch('');
const labels = z.record(z.string(), z.string()).catch({});

const sourceSchema = z.object({
  repoURL: text,
  targetRevision: text,
});

const historySchema = z.object({
  id: z.number(),
  revision: z.string().optional(),
  revisions: z.array(z.string()).optional(),
  deployedAt: z.string().optional(),
  initiatedBy: z
    .object({
      username: z.string().optional(),
      automated: z.boolean().optional(),
    })
    .optional(),
});

const resourceSchema = z.object({
  kind: text,
  name: text,
  namespace: z.string().optional(),
  status: z.string().optional(),
  requiresPruning: z.boolean().optional(),
  health: z
    .object({ status: z.string().optional(), message: z.string().optional() })
    .optional(),
});

const operationStateSchema = z.object({
  phase: text,
  message: z.string().optional(),
  startedAt: z.string().optional(),
  finishedAt: z.string().optional(),
  syncResult: z.object({ revision: z.string().optional() }).optional(),
});

const statusSchema = z.object({
  sync: z
    .object({
      status: text,
      revision: z.string().optional(),
      revisions: z.array(z.string()).optional(),
    })
    .optional(),
  health: z
    .object({ status: z.string().optional(), message: z.string().optional() })
    .optional(),
  operationState: operationStateSchema.optional().catch(undefined),
  history: z.array(historySchema).catch([]).default([]),
  resources: z.array(resourceSchema).catch([]).default([]),
  conditions: z
    .array(
      z.object({
        type: text,
        message: text,
        lastTransitionTime: z.string().optional(),
      }),
    )
    .catch([])
    .default([]),
  summary: z.object({ images: z.array(z.string()).optional() }).optional(),
});

/**
 * The parts of an Argo CD Application that are read; what a controller has not filled in yet is absent. Fields of
 * https://argo-cd.readthedocs.io/en/stable/operator-manual/application.yaml and its `status`.
 */
export const argoApplicationSchema = z.object({
  metadata: z.object({
    name: z.string().min(1),
    namespace: z.string().optional(),
    labels: labels.optional(),
  }),
  spec: z.object({
    project: z.string().default('default'),
    source: sourceSchema.optional(),
    sources: z.array(sourceSchema).optional(),
    destination: z.object({ name: z.string().optional() }).optional(),
  }),
  status: statusSchema.optional(),
});

/** @internal */
export type ArgoApplication = z.infer<typeof argoApplicationSchema>;
/** @internal */
export type ArgoStatus = z.infer<typeof statusSchema>;

/** An empty list is answered as `items: null`. */
export const argoApplicationListSchema = z.object({
  items: z.array(z.unknown()).nullish(),
});

export const argoRevisionMetadataSchema = z.object({
  author: z.string().optional(),
  date: z.string().optional(),
  message: z.string().optional(),
});

/** Swagger leaves out that the fields of the resource reference are inlined into a node. */
export const argoResourceTreeSchema = z.object({
  nodes: z
    .array(
      z.object({
        kind: text,
        name: text,
        uid: text,
        createdAt: z.string().optional(),
        parentRefs: z.array(z.object({ kind: text, uid: text })).optional(),
        health: z.object({ status: z.string().optional() }).optional(),
      }),
    )
    .nullish(),
});

/** @internal */
export type ArgoResourceTree = z.infer<typeof argoResourceTreeSchema>;
