import { z } from 'zod';
import { changeBasicsSchema } from './changeRequest';
import { planReportSchema } from './plan/planReport';
import { planRiskSchema, RISK_SEVERITIES } from './plan/planRiskSchema';

const list = <T extends z.ZodType>(of: T) => z.array(of).readonly();
const totals = changeBasicsSchema.shape.totals.unwrap();
const { runner, roots } = planReportSchema.shape;

/** Answer of the plan's route. What a digest names never changes, so it is read once. @public */
export const changePlanSchema = z.object({
  /** `sha256:<hex>` over the planned roots; an approval is bound to it. */
  digest: z.string(),
  runner,
  roots: list(roots.element),
  totals,
});

const rootSummarySchema = z.object({
  path: z.string(),
  environment: z.string(),
  totals,
  /** It could not be planned. */
  failed: z.boolean(),
});

/** What every look at a change needs of its plan: everything but the resources. @public */
export const changePlanSummarySchema = changePlanSchema.extend({
  roots: list(rootSummarySchema),
  risks: z.object({
    /** How many there are of each severity. */
    counts: z.record(z.enum(RISK_SEVERITIES), z.number()),
    /** The worst of them. */
    worst: list(planRiskSchema.extend({ root: z.string() })),
  }),
});

const changedFileSchema = z.object({
  path: z.string(),
  /** Set when the file was renamed. */
  previousPath: z.string().optional(),
  status: z.string(),
  additions: z.number(),
  deletions: z.number(),
  /** Unified diff hunks without file headers, as GitHub gives them; absent for binary and very large files. */
  patch: z.string().optional(),
  /** Page of the file on GitHub. */
  url: z.string().optional(),
});

/** Answer of the files' route: they belong to one head commit. @public */
export const changeFilesSchema = z.object({
  headSha: z.string(),
  files: list(changedFileSchema),
  /** How many there are; GitHub lists 3,000 at most. */
  total: z.number(),
});

/** The plan of the head commit. @public */
export type ChangePlan = Readonly<z.infer<typeof changePlanSchema>>;
/** @public */
export type ChangePlanSummary = Readonly<
  z.infer<typeof changePlanSummarySchema>
>;
/** One file of a change. @public */
export type ChangedFile = Readonly<z.infer<typeof changedFileSchema>>;
/** @public */
export type ChangeFiles = Readonly<z.infer<typeof changeFilesSchema>>;
