import { z } from 'zod';

const list = <T extends z.ZodType>(of: T) => z.array(of).readonly();

const annotationSchema = z.object({
  path: z.string(),
  line: z.number(),
  level: z.enum(['notice', 'warning', 'failure']),
  title: z.string().optional(),
  message: z.string(),
});

const detailedCheckSchema = z.object({
  /** Id of the check run; undefined for a commit status. */
  id: z.number().optional(),
  name: z.string(),
  app: z.string().optional(),
  status: z.enum(['queued', 'in_progress', 'completed']),
  conclusion: z.string().optional(),
  /** Its log. */
  url: z.string().optional(),
  /** Markdown: whoever may write checks wrote it. */
  summary: z.string().optional(),
  startedAt: z.string().optional(),
  completedAt: z.string().optional(),
  /** The branch cannot be merged into without it; undefined when that is not known. */
  required: z.boolean().optional(),
  /** Of checks that did not pass. */
  annotations: list(annotationSchema),
  /** Why they are missing, in words. */
  problem: z.string().optional(),
});

/** Answer of the checks' route: the checks of one head commit with all that they say. @public */
export const changeChecksSchema = z.object({
  headSha: z.string(),
  checks: list(detailedCheckSchema),
});

/** @public */
export type ChangeChecks = Readonly<z.infer<typeof changeChecksSchema>>;
/** @public */
export type DetailedCheck = ChangeChecks['checks'][number];
/** @public */
export type CheckAnnotation = DetailedCheck['annotations'][number];
